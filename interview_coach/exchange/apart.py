"""Reading in a process of its own, with limits on memory and time, which a stop ends at once."""

from __future__ import annotations

import multiprocessing
from dataclasses import dataclass
from multiprocessing.connection import Connection
from time import monotonic
from typing import Any

from interview_coach.domain.incoming import Refused, Told, unheard

_LOOK_S = 0.1


@dataclass(frozen=True, slots=True)
class Limits:
    """What a process may use: seconds of any clock, and bytes of memory (where systems can hold to it)."""

    seconds: int = 20
    memory: int = 1 << 30


def run(kind: str, data: bytes, name: str, limits: Limits, told: Told = unheard) -> Any:
    """What the format of that kind reads from the bytes, in a process of its own.

    Raises `Refused`: what the format raised, `too_long` when time is up, `too_large` when memory is,
    `damaged` when the process came to any other end. `told` is called while it works, and may raise.
    """
    here, there = multiprocessing.Pipe()
    # Not forked: a child of a window would inherit its threads' locks and the store's descriptors.
    child = multiprocessing.get_context("spawn").Process(
        target=_work, args=(there, kind, limits), daemon=True
    )
    child.start()
    there.close()
    try:
        here.send_bytes(name.encode("utf-8", "replace"))
        here.send_bytes(data)
        last = monotonic() + limits.seconds
        answered = False
        while not answered:
            told(0, 0)
            if monotonic() >= last:
                raise Refused("too_long", limit=limits.seconds)
            answered = here.poll(_LOOK_S)
        answer, error = here.recv()
    except (EOFError, BrokenPipeError, ConnectionResetError) as error_:
        raise Refused("damaged") from error_
    finally:
        here.close()
        child.kill()
        child.join()
        child.close()
    if error is not None:
        raise Refused(error[0], **error[1])
    return answer


def _work(pipe: Connection, kind: str, limits: Limits) -> None:
    """What the process does."""
    _hold_to(limits)
    from interview_coach.exchange.recognise import formats

    name = pipe.recv_bytes().decode()
    data = pipe.recv_bytes()
    try:
        known = next(one for one in formats() if kind == one.KIND)
        pipe.send((known.read(data, name, unheard), None))
    except Refused as refused:
        pipe.send((None, (refused.code, dict(refused.args_))))
    except MemoryError:
        pipe.send((None, ("too_large", {"limit": limits.memory})))
    except Exception:  # noqa: BLE001  a library led astray by a file; its words may hold what stands there
        pipe.send((None, ("damaged", {})))


def _hold_to(limits: Limits) -> None:
    try:
        import resource
    except ImportError:  # Windows: only the time is held to
        return
    seconds = max(1, limits.seconds)
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # What the interpreter itself maps counts too.
    most = limits.memory + (1 << 28)
    _soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (most if hard < 0 else min(most, hard), hard))
