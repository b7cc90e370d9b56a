"""Readers of foreign formats in a process of their own, with limits on memory and time.

A document can be made to fill the memory or to keep a parser busy for ever: what reads it here is
killed then, and the program goes on. Both sides of the pipe are owned by this module.
"""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from time import monotonic
from typing import Any

from interview_coach.domain.posting import Unread

Told = Callable[[int, int], None]
SWITCH = "--confined"
SECONDS = 20
MEGABYTES = 1024
_EVERY = 0.1
# What may be run there: a name, and where its function of bytes lies.
_WORKS = {
    "docx": "interview_coach.exchange.posting.documents:docx_text",
    "page": "interview_coach.exchange.posting.pages:main_text",
    "pdf": "interview_coach.exchange.posting.documents:pdf_text",
    "xlsx": "interview_coach.exchange.table.workbook:sheets_of",
}


def confined(work: str, data: bytes, told: Told, seconds: float = SECONDS) -> Any:
    """What `work` makes of these bytes. Raises `Unread`; what `told` raises stops it at once."""
    ends = monotonic() + seconds
    process = subprocess.Popen(  # noqa: S603  our own interpreter with a name from the table
        _command(work),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "PYTHONUTF8": "1"},
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    try:
        answer = _answer(process, data, told, ends)
    finally:
        process.kill()
        process.communicate()
    try:
        found = json.loads(answer)
    except ValueError as error:  # killed for its memory or its time, or it broke
        raise Unread("unread_slow" if process.returncode < 0 else "unread_damaged") from error
    if found["wrong"]:
        raise Unread(found["wrong"])
    return found["made"]


def _answer(process: subprocess.Popen[bytes], data: bytes, told: Told, ends: float) -> bytes:
    given: bytes | None = data
    while True:
        told(0, 0)
        try:
            return process.communicate(given, timeout=_EVERY)[0]
        except subprocess.TimeoutExpired:
            given = None
            if monotonic() > ends:
                raise Unread("unread_slow") from None


def _command(work: str) -> list[str]:
    start = (
        [sys.executable]
        if getattr(sys, "frozen", False)
        else [sys.executable, "-m", "interview_coach"]
    )
    return [*start, SWITCH, work]


def serve(work: str) -> int:
    """The other side: read the bytes, do the work within the limits, answer; the exit status."""
    _limit(MEGABYTES << 20, SECONDS)
    made: Any = None
    wrong = ""
    try:
        place, name = _WORKS[work].split(":")
        made = getattr(import_module(place), name)(sys.stdin.buffer.read())
    except Unread as error:
        wrong = error.code
    except (MemoryError, RecursionError):
        wrong = "unread_slow"
    except Exception:  # noqa: BLE001  whatever a parser trips over: the file is not sound
        wrong = "unread_damaged"
    sys.stdout.buffer.write(json.dumps({"made": made, "wrong": wrong}).encode())
    return 0


def _limit(memory: int, seconds: int) -> None:
    """Hold this process to its limits where the system can; elsewhere time and size alone hold it."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
