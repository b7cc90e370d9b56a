"""When a review counts as begun."""

from __future__ import annotations

from typing import Any

from sqlalchemy import and_, func, or_
from sqlmodel import col

from interview_coach.store.tables import Review


def begun() -> Any:
    """Whether there is a review and it has been begun: what the cue card noted meanwhile is none yet."""
    return and_(
        col(Review.id).is_not(None),
        or_(
            col(Review.felt).is_not(None),
            col(Review.recall_done_at).is_not(None),
            func.coalesce(col(Review.minutes_after), 0) >= 0,
        ),
    )
