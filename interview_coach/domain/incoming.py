"""What comes in from files: what was understood of one, and why one was refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from interview_coach.domain.trouble import Args

# (how much is done, of how much); it may raise to have the work given up.
Told = Callable[[int, int], None]


class Refused(Exception):
    """A file was not read; nothing came of it.

    `code` is one of: unreadable, empty, not_understood, too_large, too_deep, too_long, not_json,
    not_ours, newer, malformed, damaged, packed_oddly, locked, wrong_passphrase, locked_to_a_key,
    no_text, too_little, no_posting, password; of an address bad_address, local_address, too_many_hops,
    refused_by_site, no_answer. `args_` may name where: "part"; never what stands there.
    """

    def __init__(self, code: str, **args: object) -> None:
        super().__init__(code if not args else f"{code}: {args}")
        self.code = code
        self.args_: Args = args


@dataclass(frozen=True, slots=True)
class Understood:
    """A file that was read: the kind of its format, its name, and what was understood of it.

    `what` is the frozen dataclass of that kind; the preview of the kind knows it.
    """

    kind: str
    name: str
    what: Any


def unheard(done: int, total: int) -> None:
    """Nobody wants to know how far it is."""
