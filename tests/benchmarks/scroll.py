"""A page of timeline scrolling, against as many empty rows in a plain table."""

from __future__ import annotations

from tests.benchmarks.figures import FRAME_MS, Figure
from tests.benchmarks.ground import Ground, named


def run(ground: Ground) -> list[Figure]:
    """Through interviews, and through everything; rows that were not seen before."""
    figures = []
    for size in ground.full_sizes:
        for show in ("interviews", "everything")[: 1 if ground.tiny else None]:
            found = ground.child("scroll_page", ground.store(size), show, ground.times)
            figures.append(
                Figure.of(
                    f"a page of scrolling, {show}",
                    named(size),
                    found["ours"],
                    found["floor"],
                    limit=FRAME_MS,
                )
            )
            figures.append(Figure(f"timeline shown, {show}", named(size), found["shown"]))
    return figures
