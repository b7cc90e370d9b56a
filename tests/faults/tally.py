"""What came of a fault: how often it was tried and survived, what was lost, or why it was not tried."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from typing import Any

HEAD = ("fault", "tried", "survived", "")


class Lost(Exception):
    """A deed that was shown is gone, half of one is there, or the store does not open."""


@dataclass
class Tally:
    """One line of the table. `not_tried` says why a fault could not be tried here."""

    fault: str
    tried: int = 0
    survived: int = 0
    losses: list[str] = field(default_factory=list)
    not_tried: str = ""
    remark: str = ""

    def well(self) -> None:
        """One more was survived."""
        self.tried += 1
        self.survived += 1

    def lost(self, what: str) -> None:
        """One more was not."""
        self.tried += 1
        self.losses.append(what)

    @property
    def failed(self) -> bool:
        """Whether anything was lost, or nothing tried without a reason."""
        return bool(self.losses) or (not self.tried and not self.not_tried)

    def values(self) -> dict[str, Any]:
        """As plain values, for another process."""
        return asdict(self)


def table(tallies: Iterable[Tally]) -> str:
    """The tallies as lines of text."""
    rows = [HEAD]
    for one in tallies:
        if one.not_tried:
            rows.append((one.fault, "-", "-", f"NOT TRIED: {one.not_tried}"))
            continue
        lost = f"LOST {len(one.losses)}" if one.losses else ""
        said = "; ".join(part for part in (lost, one.remark) if part)
        rows.append((one.fault, str(one.tried), str(one.survived), said))
    wide = max(len(row[0]) for row in rows)
    return "\n".join(f"{a:<{wide}}  {b:>6}  {c:>8}  {d}".rstrip() for a, b, c, d in rows)
