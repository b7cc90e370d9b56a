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
    for size in ground.full_sizes:
        for name, query in list(QUERIES.items())[: 1 if ground.tiny else None]:
            with_copy = ground.child("search_page", ground.store(size), query, ground.times)
            figures += [
                Figure.of(
                    f"search, {name}: key press to painted result",
                    named(size),
                    with_copy["painted"],
                    with_copy["plain"],
                    aim=1.5,
                    limit=FRAME_MS,
                ),
                Figure.of(
                    f"search, {name}: the questions alone",
                    named(size),
                    with_copy["asked"],
                    with_copy["bare"],
                ),
            ]
    return figures
