"""Opening an interview once the page is there, against the bare queries of its step."""

from __future__ import annotations

from tests.benchmarks.figures import FRAME_MS, Figure
from tests.benchmarks.ground import Ground, named

STEPS = ("prepare", "review", "outcome")


def run(ground: Ground) -> list[Figure]:
    """Another interview at each step, warm: from the wish to the painted page."""
    figures = []
    for step in STEPS[: 1 if ground.tiny else None]:
        found = ground.child("opening_page", ground.store(ground.design), step, ground.times)
        figures.append(
            Figure.of(
                f"opening an interview: {step}",
                named(ground.design),
                found["opened"],
                found["bare"],
                limit=3 * FRAME_MS,
            )
        )
        figures.append(Figure(f"the first one: {step}", named(ground.design), found["first"]))
    return figures
