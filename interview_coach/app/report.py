"""What is told of a fault that nobody expected: kinds of errors and places in the code, no words of anybody's.

The message of an error may hold what somebody typed, and a path the name of whoever it belongs to. So
neither is told, on the screen or in a log.
"""

from __future__ import annotations

import sys
import threading
from pathlib import PurePath
from types import TracebackType

from interview_coach import __version__

_PACKAGE = "interview_coach"
_CAUSES = 10


def report(error: BaseException) -> str:
    """Versions, then each error of a chain with where it came about, the first cause last."""
    # Late: every start has this module, and hardly any has a fault.
    import platform
    import traceback

    lines = [
        f"Interview Coach {__version__}, Python {platform.python_version()}, {platform.system()}"
    ]
    found: BaseException | None = error
    for _ in range(_CAUSES):
        if found is None:
            break
        lines.append(type(found).__name__)
        lines += [
            f"  {frame.name} ({_place(frame.filename)}:{frame.lineno})"
            for frame in traceback.extract_tb(found.__traceback__)
        ]
        found = found.__cause__ or (None if found.__suppress_context__ else found.__context__)
    return "\n".join(lines)


def _place(filename: str) -> str:
    """A file of ours by its way inside the program; any other by its name alone."""
    parts = PurePath(filename).parts
    if _PACKAGE in parts:
        return "/".join(parts[len(parts) - parts[::-1].index(_PACKAGE) :])
    return parts[-1] if parts else ""


def tell(error: BaseException) -> None:
    """Write the report where a developer or a system's log finds it."""
    if sys.stderr is not None:
        sys.stderr.write(f"{report(error)}\n")


def tell_all() -> None:
    """From now on nothing that goes wrong anywhere is told in any other way."""
    sys.excepthook = _caught
    threading.excepthook = _in_a_thread
    sys.unraisablehook = _unraisable


def _caught(kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
    if not issubclass(kind, KeyboardInterrupt):
        tell(error)


def _in_a_thread(args: threading.ExceptHookArgs) -> None:
    if args.exc_value is not None and not isinstance(args.exc_value, SystemExit):
        tell(args.exc_value)


def _unraisable(args: sys.UnraisableHookArgs) -> None:
    if args.exc_value is not None:
        tell(args.exc_value)
