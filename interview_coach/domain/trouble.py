"""What can go wrong, as codes with arguments; `ui/words.py` turns them into sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as value
from types import MappingProxyType

Args = Mapping[str, object]
NO_ARGS: Args = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Complaint:
    """One thing that is wrong with one field of a draft."""

    field: str
    code: str
    args: Args = value(default_factory=dict)


class Invalid(Exception):
    """A draft was refused; nothing was written.

    `complaints` names each field and what is wrong with it.
    """

    def __init__(self, complaints: Sequence[Complaint]) -> None:
        super().__init__(", ".join(f"{c.field}: {c.code}" for c in complaints))
        self.complaints = tuple(complaints)


class Trouble(Exception):
    """Known trouble with the store or with what is asked of it; nothing was written.

    `code` is one of: newer, older, no_store, damaged, not_a_store, read_only, no_space, gone,
    busy, in_use, not_allowed, broken_migration, disk_error, missing, sealed, parent_in_trash,
    place_taken, nothing_to_undo, not_empty, no_locks, held, half_migrated, lost, link, owner,
    nothing_readable, backup_gone, backup_damaged, not_a_backup, newer_backup.
    nothing_readable, backup_gone, backup_damaged, not_a_backup, newer_backup.
    """

    def __init__(self, code: str, **args: object) -> None:
        super().__init__(code)
        self.code = code
        self.args_: Args = args


def require(complaints: Sequence[Complaint]) -> None:
    """Raise `Invalid` when there is anything to complain about."""
    if complaints:
        raise Invalid(complaints)
