"""Drafts for tests: sound ones, of which a test changes what it is about."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from interview_coach.domain.interview import InterviewDraft
from tests.stores import NOW

ROUND = InterviewDraft(
    company="Acme",
    title="Tester",
    start=datetime(2026, 11, 20, 10, 0),
    zone="Europe/Berlin",
    minutes=60,
)
TODAY = NOW.date()


def a_round(**changes: Any) -> InterviewDraft:
    """A round on Friday the 20th, two days before the tests' now."""
    return replace(ROUND, **changes)
