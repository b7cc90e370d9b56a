"""Owns a figure, the numbers it is made of, and the table of all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

FRAME_MS = 1000 / 60


def percentile(values: Sequence[float], per_cent: float) -> float:
    """The value that so many per cent of all do not exceed."""
    ordered = sorted(values)
    return ordered[min(int(len(ordered) * per_cent / 100), len(ordered) - 1)]


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table: what was measured on which store, beside its floor.

    `aim` is the ratio that is aimed at, `limit` the milliseconds; None where there is no such aim.
    """

    what: str
    store: str
    ours: float
    floor: float | None = None
    aim: float | None = None
    limit: float | None = None
    worst: float | None = None
    unit: str = "ms"

    @classmethod
    def of(
        cls,
        what: str,
        store: str,
        ours: Sequence[float],
        floor: Sequence[float],
        *,
        aim: float | None = None,
        limit: float | None = None,
    ) -> Figure:
        """The medians of both series, and the 99th percentile of ours."""
        return cls(what, store, median(ours), median(floor), aim, limit, worst=percentile(ours, 99))

    @property
    def ratio(self) -> float | None:
        """How many times the floor it is."""
        return self.ours / self.floor if self.floor else None

    @property
    def verdict(self) -> str:
        """Whether what is aimed at was reached; nothing where nothing is."""
        missed = []
        if self.aim is not None and self.ratio is not None:
            missed.append(self.ratio > self.aim)
        if self.limit is not None:
            missed.append((self.worst if self.worst is not None else self.ours) > self.limit)
        if not missed:
            return ""
        return "misses" if any(missed) else "meets"

    def cells(self) -> tuple[str, ...]:
        """The columns of its line."""

        def number(value: float | None, digits: int = 2) -> str:
            if value is None:
                return ""
            return f"{value:.{1 if value >= 100 else digits}f}"

        aims = [f"{self.aim:g}x"] if self.aim is not None else []
        aims += [f"{self.limit:.1f} {self.unit}"] if self.limit is not None else []
        ratio = self.ratio
        return (
            self.what,
            self.store,
            number(self.floor),
            number(self.ours),
            number(self.worst),
            f"{number(ratio)}x" if ratio is not None else "",
            ", ".join(aims),
            self.verdict,
        )


_HEAD = ("what", "store", "floor", "median", "99th", "ratio", "aim", "")


def table(figures: Sequence[Figure]) -> str:
    """All figures, one line each."""
    lines = [_HEAD, *(figure.cells() for figure in figures)]
    widths = [max(len(line[place]) for line in lines) for place in range(len(_HEAD))]

    def shown(cells: Sequence[str]) -> str:
        parts = [
            cell.ljust(width) if place in {0, 1, 6, 7} else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(cells, widths, strict=True))
        ]
        return "  ".join(parts).rstrip()

    rule = "  ".join("-" * width for width in widths)
    return "\n".join([shown(lines[0]), rule, *(shown(line) for line in lines[1:])])
