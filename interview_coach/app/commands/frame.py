"""What all commands share: what they are given, how they open the store, how they fail.

Two ways to the store. `opened` has it alone, for whatever writes: it refuses while the window has it.
`beside` only reads, and does so whether or not a window is open. Both refuse a folder without a store.
"""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from interview_coach.domain.trouble import Trouble

if TYPE_CHECKING:
    from interview_coach.store.beside import Beside
    from interview_coach.store.store import Store

FAILED = 1
INTERRUPTED = 130
# With it a developer also sees where an unexpected fault came about: kinds and places, no words.
TRACEBACK = "INTERVIEW_COACH_TRACEBACK"
UNEXPECTED = "unexpected"


class Failure(Exception):
    """A command could not do what it was asked; `sentence` says so to the person, `code` to a script."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(code)
        self.code = code
        self.sentence = sentence


@dataclass(frozen=True, slots=True)
class Call:
    """One call of a command: the data folder, what was asked, and where to say what came of it."""

    folder: Path
    options: argparse.Namespace
    out: TextIO
    error: TextIO

    @property
    def wants_json(self) -> bool:
        """Whether a script reads along."""
        return bool(getattr(self.options, "json", False))

    def say(self, sentence: str) -> None:
        """One line of the answer."""
        self.out.write(f"{sentence}\n")

    def show(self, answer: Mapping[str, Any]) -> None:
        """The whole answer as JSON."""
        self.out.write(f"{json.dumps(answer, ensure_ascii=False, indent=2)}\n")


@dataclass(frozen=True, slots=True)
class Command:
    """A command: its name, one line of help, its arguments, and what it does.

    `run` says its answer on the call and gives the exit status; it fails by raising `Failure` or
    `Trouble`, which become one sentence.
    """

    name: str
    help: str
    arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[Call], int]


def attempt(command: Command, call: Call) -> int:
    """Run a command; whatever goes wrong becomes one sentence and a status, never a traceback."""
    try:
        status = command.run(call)
        call.out.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001  said as a sentence: nobody reads traces in a script
        return fail(call, error)
    return status


def fail(call: Call, error: Exception) -> int:
    """Say what went wrong as one sentence, and for a script as JSON; the exit status."""
    code, sentence = _said(error)
    try:
        if call.wants_json:
            call.show({"ok": False, "code": code, "sentence": sentence})
        call.out.flush()
    except (OSError, ValueError):
        # Nobody can be answered there, which may be the very fault.
        _let_go(call.out)
    with suppress(OSError, ValueError):
        call.error.write(f"{sentence}\n")
        if code == UNEXPECTED and os.environ.get(TRACEBACK) == "1":
            from interview_coach.app.report import report

            call.error.write(f"{report(error)}\n")
    return FAILED


def _let_go(out: TextIO) -> None:
    """Lead what was not written into nothing: at its end Python would try again, and say so its way."""
    with suppress(OSError, ValueError):
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, out.fileno())
        os.close(nothing)


def _said(error: Exception) -> tuple[str, str]:
    from interview_coach.ui import words_commands

    if isinstance(error, Failure):
        return error.code, error.sentence
    if isinstance(error, BrokenPipeError):
        return "unread", words_commands.unread()
    if not isinstance(error, Trouble):
        from interview_coach.store.opening import trouble_of

        known = trouble_of(error)
        if known is None:
            # Its message may hold what somebody typed.
            return UNEXPECTED, words_commands.unexpected(type(error).__name__)
        error = known
    return error.code, words_commands.trouble(error)


@contextmanager
def opened(folder: Path, *, make: bool = False) -> Iterator[Store]:
    """The store, for this command alone; `make` begins a new one where there is none.

    Raises `Trouble`, in_use among others, and no_store without `make`.
    """
    from interview_coach.store.opening import has_store, open_store
    from interview_coach.store.store import Store

    if not make and not has_store(folder):
        raise Trouble("no_store", folder=str(folder))
    store = Store(open_store(folder))
    try:
        yield store
    finally:
        store.close()


@contextmanager
def beside(folder: Path) -> Iterator[Beside]:
    """The store to read from and to copy, also while the window has it open. Raises `Trouble`."""
    from interview_coach.store.beside import open_beside

    with open_beside(folder) as found:
        yield found
