"""Search as one types: from the key press to the painted result, against the bare FTS5 query."""

from __future__ import annotations

from tests.benchmarks.figures import FRAME_MS, Figure
from tests.benchmarks.ground import Ground, named
from tests.wording import RARE

# What is typed: all but the last letter before, the last one measured.
QUERIES = {
    "a frequent word": "team",
    "two words": "pipelines numbers",
    "two letters": "st",
    "a rare word": RARE,
    "Japanese": "準備",
}


def run(ground: Ground) -> list[Figure]:
    """Each query on each store, under Interviews as the page opens."""
    figures = []
    # Each letter brings all keys that match in its wake: on the largest store that takes a while.
    times = max(ground.times // 5, 3)
    for size in ground.full_sizes:
        for name, query in list(QUERIES.items())[: 1 if ground.tiny else None]:
            found = ground.child("search_page", ground.store(size), query, times)
            figures += [
                Figure.of(
                    f"search, {name}: key press to painted result",
                    named(size),
                    found["painted"],
                    found["plain"],
                    aim=1.5,
                    limit=FRAME_MS,
                ),
                Figure.of(
                    f"search, {name}: the questions alone",
                    named(size),
                    found["asked"],
                    found["bare"],
                ),
            ]
    return figures
