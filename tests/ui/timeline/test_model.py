"""Tests of the timeline's rows: months, splices, and that only what is looked at is read."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from interview_coach.domain.kinds import EntryKind, InterviewKind
from interview_coach.domain.standing import Standing
from interview_coach.domain.timeline import Card, entry_key, key_month, key_wall
from interview_coach.ui.timeline.model import (
    BLOCK,
    KEPT_CARDS,
    TimelineModel,
    month_of,
    with_months,
)

BEGIN = datetime(2026, 11, 22, 9, 0)


def keys_of(days: Sequence[int]) -> array[int]:
    """The keys of entries so many days ago, newest first."""
    found = {entry_key(BEGIN - timedelta(days=d), EntryKind.INTERVIEW, str(d)) for d in days}
    return array("q", sorted(found, reverse=True))


def card(key: int) -> Card:
    """A card of a key."""
    return Card(
        key=key,
        kind=EntryKind.INTERVIEW,
        owner_id=str(key),
        interview_id=str(key),
        opportunity_id="",
        wall=key_wall(key),
        company="Aurelia",
        title="Engineer",
        interview_kind=InterviewKind.PANEL,
        standing=Standing.WAITING,
        rating=4,
        forecast=60,
        line_code="asked",
        line="Why us?",
    )


class Asked:
    """Answers with cards, and counts."""

    def __init__(self) -> None:
        self.keys: list[int] = []

    def __call__(self, keys: Sequence[int], query: str) -> dict[int, Card]:
        self.keys += keys
        return {key: card(key) for key in keys}


def model_of(keys: array[int]) -> tuple[TimelineModel, Asked]:
    """A model under Qt's own tester."""
    asked = Asked()
    model = TimelineModel(asked)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, model)
    model.start(keys, "")
    return model, asked


def rows_of(model: TimelineModel) -> list[int | tuple[int, int]]:
    """Keys and months, as they stand."""
    found: list[int | tuple[int, int]] = []
    for row in range(model.rowCount()):
        key = model.key(row)
        found.append(month_of(model._rows[row]) if key is None else key)
    return found


DAYS = st.lists(st.integers(0, 4000), max_size=60)


@given(DAYS)
def test_each_month_stands_once_before_its_entries(days: list[int]) -> None:
    keys = keys_of(days)
    rows = with_months(keys)
    assert array("q", (r for r in rows if r >= 0)) == keys
    months = [month_of(r) for r in rows if r < 0]
    assert months == sorted(set(map(key_month, keys)), reverse=True)
    for before, after in pairwise(rows):
        if before < 0:
            assert month_of(before) == key_month(after)


@given(DAYS, DAYS, st.integers(1, 9))
def test_slices_turn_any_list_into_any_other(one: list[int], two: list[int], size: int) -> None:
    model, _ = model_of(keys_of(one))
    wanted = keys_of(two)
    below: int | None = None
    place = 0
    while True:
        piece = wanted[place : place + size]
        end = len(piece) < size
        model.splice(piece, below, end=end)
        if end:
            break
        below, place = piece[-1], place + size
    assert model.keys == wanted
    assert rows_of(model) == [r if r >= 0 else month_of(r) for r in with_months(wanted)]
    for key in wanted:
        assert model.key(model.row_of(key)) == key
    assert model.row_of(1) == -1
    assert model.row_of(None) == -1


def test_one_entry_more_is_one_row_more() -> None:
    model, _ = model_of(keys_of(range(30)))
    seen: list[tuple[str, int, int]] = []
    model.rowsInserted.connect(lambda _p, a, b: seen.append(("in", a, b)))
    model.rowsRemoved.connect(lambda _p, a, b: seen.append(("out", a, b)))
    before = rows_of(model)
    extra = keys_of([5])[0] + 1
    wanted = array("q", sorted([*model.keys, extra], reverse=True))
    model.splice(wanted, None, end=True)
    row = model.row_of(extra)
    assert seen == [("in", row, row)]
    model.splice(keys_of(range(30)), None, end=True)
    assert seen[1:] == [("out", row, row)]
    assert rows_of(model) == before


def test_only_what_is_looked_at_is_read() -> None:
    model, asked = model_of(keys_of(range(5000)))
    asked.keys.clear()
    model.forget()
    for row in range(1000, 1010):
        model.card(row)
    assert len(asked.keys) <= 3 * BLOCK
    again = len(asked.keys)
    for row in range(1000, 1010):
        model.card(row)
    assert len(asked.keys) == again
    for row in range(model.rowCount()):
        if not model.is_month(row):
            model.card(row)
    assert len(model._cards) <= KEPT_CARDS


def test_what_a_screen_reader_hears_is_all_that_the_card_shows(qtbot: QtBot) -> None:
    model, _ = model_of(keys_of([0, 40]))
    roles = Qt.ItemDataRole
    assert model.data(model.index(0, 0)) == "November 2026"
    assert model.data(model.index(0, 0), roles.AccessibleTextRole) == "November 2026"
    text = str(model.data(model.index(1, 0), roles.AccessibleTextRole))
    for part in ("Sun 22 Nov 2026", "Aurelia", "Engineer · panel", "4 of 5", "Waiting · 60%"):
        assert part in text
    assert text.endswith("Asked: Why us?")
    assert model.data(model.index(1, 0), roles.AccessibleDescriptionRole) == "Asked: Why us?"


def test_months_cannot_be_chosen() -> None:
    model, _ = model_of(keys_of([0]))
    assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsSelectable
    assert model.flags(model.index(1, 0)) & Qt.ItemFlag.ItemIsSelectable


def test_a_card_that_is_gone_shows_nothing() -> None:
    model = TimelineModel(lambda _keys, _query: {})
    model.start(keys_of([0]), "")
    assert model.card(1) is None
    assert model.data(model.index(1, 0)) == ""
