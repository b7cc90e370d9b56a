"""Today, as a question: the same rows that the first paint reads."""

from __future__ import annotations

from datetime import tzinfo

from interview_coach.domain.today import Today
from interview_coach.store import first
from interview_coach.store.deeds import Reader, question


@question
def today(r: Reader, local: tzinfo) -> Today:
    """All that Today shows; `local` is the zone whose days and weeks are meant."""
    return first.today(r.raw, r.now, local)
