"""Stores for tests: real SQLite files, a clock that stands still until told."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from interview_coach.store.opening import FILE_NAME, open_store
from interview_coach.store.sample import load_sample
from interview_coach.store.store import Store

# A Sunday evening; the sample's next interview is on Tuesday.
NOW = datetime(2026, 11, 22, 21, 0, tzinfo=UTC)


class Clock:
    """A clock that tests set."""

    def __init__(self, now: datetime = NOW) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **span: float) -> None:
        """Let time pass: `forward(minutes=5)`."""
        self.now += timedelta(**span)


@cache
def _made(*, sample: bool) -> Path:
    """An empty or a full store's file, made once for the process; copied for each test."""
    folder = Path(mkdtemp(prefix="interview-coach-test-"))
    store = Store(open_store(folder), Clock())
    if sample:
        store.do(load_sample, NOW.date())
        store.history.forget()
    store.close()
    return folder / FILE_NAME


def new_store(folder: Path, clock: Clock | None = None, *, sample: bool = False) -> Store:
    """An open store in `folder` with the schema of today, empty or with the sample data."""
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / FILE_NAME
    if not target.exists():
        # Closed files both, so a plain copy is sound.
        shutil.copyfile(_made(sample=sample), target)
    return Store(open_store(folder), clock or Clock())
