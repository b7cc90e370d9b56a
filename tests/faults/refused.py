"""Each write, sync, rename and unlink of a piece of work fails once (EIO, ENOSPC), or is where it is killed.

The calls are counted first; then there is one run for each of them and each fault.
"""

from __future__ import annotations

from pathlib import Path

from tests.faults.ground import Size, Work, all_works, no_strace, place
from tests.faults.tally import Lost, Tally
from tests.faults.tracing import broken, calls

# Once; or, with a plus, from then on, as of a drive that is gone.
FAULTS = ("EIO", "ENOSPC", "KILL", "EIO+")


def run(size: Size) -> list[Tally]:
    """Break all works."""
    with place() as folder:
        return [at_each_call(work, folder, size) for work in all_works(folder)]


def at_each_call(work: Work, folder: Path, size: Size) -> Tally:
    """Let each call of a work fail in each way."""
    tally = Tally(f"EIO, ENOSPC, KILL at each call of {work.name}")
    tally.not_tried = no_strace()
    if tally.not_tried:
        return tally
    data, trace = folder / "data", folder / "trace"
    work.prepare(data)
    counted = calls(lambda line: work.work(data, line), trace)
    every = [(c, n, f) for c in counted for n in range(1, counted[c] + 1) for f in FAULTS]
    for call, number, fault in size.some(every, work.sample):
        work.prepare(data)
        ended = broken(lambda line: work.work(data, line), call, number, fault, trace)
        if not ended.injected:
            continue  # it did not come to that call this time
        try:
            work.judge(data, ended.said)
        except Lost as lost:
            tally.lost(f"{work.name}: {fault} at {call} {number} of {counted[call]}: {lost}")
        else:
            tally.well()
    tally.remark = ", ".join(f"{count} {call}" for call, count in counted.items())
    return tally
