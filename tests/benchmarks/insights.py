"""Insights counted aside, against bare reads of the same rows; and how the cost grows with the store."""

from __future__ import annotations

import gc
from time import perf_counter

from interview_coach.store.opening import open_store
from tests.benchmarks.figures import Figure
from tests.benchmarks.ground import Ground, named
from tests.large import Size

# The columns that are read of each table.
BARE = (
    "SELECT id, archived_at FROM opportunity",
    "SELECT id, opportunity_id, decision, decided_on, created_at, answer FROM outcome",
    "SELECT interview_id, sum(done), count(*) FROM prep_item GROUP BY interview_id",
    (
        "SELECT i.opportunity_id, i.id, i.kind, i.start, e.state, i.created_at, i.end_at, r.id, r.felt, "
        "r.my_answers, r.forecast, r.sealed_at FROM entry e CROSS JOIN interview i ON i.id = e.owner_id "
        "LEFT JOIN review r ON r.interview_id = i.id WHERE e.kind = 'interview'"
    ),
    "SELECT review_id, text, rating FROM asked",
    "SELECT review_id, text, coverage FROM covered",
    "SELECT outcome_id, family, what, text, sign, certainty FROM reason",
    "SELECT interview_id, state, if_text FROM lesson",
    "SELECT interview_id, happened, done FROM lesson_check",
    "SELECT interview_id, id, question_id FROM expected_question",
)


def run(ground: Ground) -> list[Figure]:
    """One picture of a store, at each size."""
    figures, per_interview = [], []
    for size in ground.full_sizes:
        ours, bare = _measured(ground, size)
        figures.append(Figure("counting insights", named(size), ours, bare))
        per_interview.append((size, ours / size.interviews))
    if len(per_interview) > 1:
        (_, few), (size, many) = per_interview[0], per_interview[-1]
        # Linear growth is the same time for each interview, however many there are.
        grown = Figure("insights, per interview", named(size), many, few, aim=1.5)
        figures.append(grown)
    return figures


def _measured(ground: Ground, size: Size) -> tuple[float, float]:
    from interview_coach.store.insights import insights
    from interview_coach.store.store import Store

    times: dict[str, list[float]] = {"bare": [], "ours": []}
    with ground.copy(size) as folder:
        store = Store(open_store(folder))
        with store.aside() as reader:
            for _ in range(3):
                gc.collect()
                began = perf_counter()
                for sql in BARE:
                    reader.raw.execute(sql).fetchall()
                times["bare"].append(1000 * (perf_counter() - began))
                began = perf_counter()
                insights(reader)
                times["ours"].append(1000 * (perf_counter() - began))
        store.close()
    return min(times["ours"]), min(times["bare"])
