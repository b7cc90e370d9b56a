"""Runs the fault suite and prints its table; the exit status says whether anything was lost."""

from __future__ import annotations

import argparse
import importlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from tests.conftest import ROOT
from tests.faults.ground import Size
from tests.faults.tally import Tally, table

ALL = ("killed", "window", "refused", "full", "power", "flipped", "two", "upgrade", "restoring")


def parser() -> argparse.ArgumentParser:
    """The command line."""
    made = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    made.add_argument("only", nargs="*", metavar="FAULT", help=f"some of: {', '.join(ALL)}")
    made.add_argument("--sample", action="store_true", help="a part of each fault")
    made.add_argument("--json", action="store_true", help="in this process; the tallies as JSON")
    return made


def main(argv: Sequence[str] | None = None) -> int:
    """Try the faults; 0 when nothing was lost."""
    options = parser().parse_args(argv)
    unknown = set(options.only) - set(ALL)
    if unknown:
        parser().error(f"no such fault: {', '.join(sorted(unknown))}")
    names = options.only or ALL
    if options.json:
        tallies = [one for name in names for one in tried_here(name, Size(options.sample))]
        sys.stdout.write(json.dumps([one.values() for one in tallies]) + "\n")
    else:
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            runs = [pool.submit(tried, name, sample=options.sample) for name in names]
            tallies = [one for run in runs for one in run.result()]
        sys.stdout.write(report(tallies))
    return int(any(one.failed for one in tallies))


def tried_here(name: str, size: Size) -> list[Tally]:
    """The tallies of one kind of fault."""
    found: list[Tally] = importlib.import_module(f"tests.faults.{name}").run(size)
    return found


def tried(name: str, *, sample: bool) -> list[Tally]:
    """The same, from a process of its own: one that has nothing open and no threads, and forks well."""
    began = time.monotonic()
    command = [sys.executable, "-m", "tests.faults", "--json", name]
    done = subprocess.run(
        [*command, *(["--sample"] if sample else [])],
        cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": "0"}, stdout=subprocess.PIPE, text=True, check=False,
    )  # fmt: skip
    sys.stderr.write(f"{name}: {time.monotonic() - began:.0f} s\n")
    try:
        return [Tally(**values) for values in json.loads(done.stdout)]
    except ValueError:
        return [Tally(name, losses=[f"the suite itself failed: status {done.returncode}"])]


def report(tallies: Sequence[Tally]) -> str:
    """The table, and all that was lost."""
    lines = [table(tallies), ""]
    lines += [f"LOST  {one.fault}: {what}" for one in tallies for what in one.losses]
    total, well = sum(one.tried for one in tallies), sum(one.survived for one in tallies)
    lines.append(f"{total} faults tried, {well} survived")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
