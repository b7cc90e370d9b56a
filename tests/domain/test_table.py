"""What tables mean: columns and states by their names, days by what a column proves, the rest asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_coach.domain.kinds import InterviewKind
from interview_coach.domain.table import (
    Choices,
    Fate,
    Part,
    Table,
    asked,
    proposed,
    recalled,
    remembered,
    said,
    signature,
    with_part,
)
from interview_coach.domain.table_days import DayOrder, day_in, day_order, is_open, moment_in
from interview_coach.domain.table_rows import NO_TITLE, Skipped, kind_of, planned


def table(header: str, *rows: str) -> Table:
    cells = tuple(tuple(row.split(",")) for row in rows)
    return Table("t", tuple(header.split(",")), cells, tuple(range(2, 2 + len(rows))))


@pytest.mark.parametrize(
    ("values", "order"),
    [
        (["03/04/2026", "25/04/2026"], DayOrder.DAY_FIRST),
        (["03/04/2026", "04/25/2026"], DayOrder.MONTH_FIRST),
        (["03/04/2026"], None),
        (["25/04/2026", "04/25/2026"], None),
        (["3.4.2026"], DayOrder.DAY_FIRST),
        (["2026-04-03", "soon", ""], None),
    ],
)
def test_a_column_proves_its_order_or_does_not(values: list[str], order: DayOrder | None) -> None:
    assert day_order(values) is order


@pytest.mark.parametrize(
    ("values", "open_"),
    [
        (["03/04/2026"], True),
        (["03/03/2026"], False),
        (["03/04/2026", "25/04/2026"], False),
        (["25/04/2026", "04/25/2026", "01/02/2026"], True),
        (["2026-04-03", "3.4.2026"], False),
    ],
)
def test_it_is_asked_only_where_it_matters(values: list[str], open_: bool) -> None:
    assert is_open(values) is open_


@pytest.mark.parametrize(
    ("text", "order", "day"),
    [
        ("2026-04-03", None, date(2026, 4, 3)),
        ("2026/4/3 10:00", None, date(2026, 4, 3)),
        ("2026-04-03T10:00:00Z", None, date(2026, 4, 3)),
        ("03/04/2026", None, None),
        ("03/04/2026", DayOrder.DAY_FIRST, date(2026, 4, 3)),
        ("03/04/26", DayOrder.MONTH_FIRST, date(2026, 3, 4)),
        ("03/03/2026", None, date(2026, 3, 3)),
        ("25/04/2026", None, date(2026, 4, 25)),
        ("04-25-2026", None, date(2026, 4, 25)),
        ("3.4.2026", None, date(2026, 4, 3)),
        ("March 5, 2026 2:00 PM", None, date(2026, 3, 5)),
        ("Thu, 5 Mar 2026", None, date(2026, 3, 5)),
        ("5. März 2026", None, date(2026, 3, 5)),
        ("5 juillet 2026", None, date(2026, 7, 5)),
        ("5 juin 2026", None, date(2026, 6, 5)),
        ("31/02/2026", None, None),
        ("March 2026", None, None),
        ("next week", None, None),
        ("5", None, None),
        ("", None, None),
    ],
)
def test_a_day_is_read_or_left(text: str, order: DayOrder | None, day: date | None) -> None:
    assert day_in(text, order) == day


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-04-03 14:30", (datetime(2026, 4, 3, 14, 30), True)),
        ("April 3, 2026 12:15 AM", (datetime(2026, 4, 3, 0, 15), True)),
        ("3.4.2026 2:05 p.m.", (datetime(2026, 4, 3, 14, 5), True)),
        ("2026-04-03 00:00:00", (datetime(2026, 4, 3), False)),
        ("2026-04-03 25:00", (datetime(2026, 4, 3), False)),
        ("2026-04-03", (datetime(2026, 4, 3), False)),
        ("14:30", None),
    ],
)
def test_a_time_is_read_where_one_is_named(text: str, moment: tuple[datetime, bool] | None) -> None:
    assert moment_in(text, None) == moment


@given(st.text(max_size=40), st.sampled_from([None, *DayOrder]))
def test_any_cell_is_a_day_or_none(text: str, order: DayOrder | None) -> None:
    found = moment_in(text, order)
    assert (found is None) == (day_in(text, order) is None)


def test_columns_are_known_by_their_names_and_the_first_counts() -> None:
    found = proposed(
        table(
            "Firma,Position,Date_Applied*,Status,Comments,Notes,Company,Colour,Link",
            "a,b,c,d,e,f,g,h,i",
        )
    )
    assert found.parts == (
        *(Part.COMPANY, Part.TITLE, Part.APPLIED, Part.STATE, Part.NOTES, Part.NOTES),
        *(Part.LEFT_OUT, Part.LEFT_OUT, Part.URL),
    )


def test_an_empty_column_is_about_nothing() -> None:
    assert proposed(table("Company,Location", "a,N/A")).parts == (Part.COMPANY, Part.LEFT_OUT)


def test_unknown_states_are_asked_until_they_are_answered() -> None:
    found = table("Company,Status", "a,Rejected", "b,Hmm", "c,Hmm", "d,")
    choices = proposed(found)
    assert choices.states == {"Rejected": Fate.REJECTED}
    assert asked(found, choices).states == ("Hmm",)
    answered = replace(choices, states={**choices.states, "Hmm": Fate.SAVED})
    assert not asked(found, answered)


def test_without_a_company_nothing_can_be_done() -> None:
    found = table("Where,Status", "a,Rejected")
    assert asked(found, proposed(found)).company
    given_ = with_part(found, proposed(found), 0, Part.COMPANY)
    assert not asked(found, given_)
    # Only one column can be the company: the other lets go of it.
    moved = with_part(found, given_, 1, Part.COMPANY)
    assert moved.parts == (Part.LEFT_OUT, Part.COMPANY)


def test_choices_come_back_for_the_next_table_of_that_make() -> None:
    first = table("Company,Applied,Status", "a,03/04/2026,Hmm")
    choices = replace(proposed(first), order=DayOrder.DAY_FIRST, states={"Hmm": Fate.OFFER})
    kept = remembered(choices)
    again = table("Company,Applied,Status", "b,05/06/2026,Hmm", "c,,Rejected")
    found = recalled(again, kept)
    assert found.order is DayOrder.DAY_FIRST
    assert found.states == {"Hmm": Fate.OFFER, "Rejected": Fate.REJECTED}
    assert not asked(again, found)
    # What the table itself proves is stronger than what was said of another.
    proven = table("Company,Applied,Status", "b,05/26/2026,")
    assert recalled(proven, kept).order is DayOrder.MONTH_FIRST
    assert signature(first.header) == signature(again.header) != signature(("Company",))


@pytest.mark.parametrize("kept", ["", "{}", "[]", "null", '{"parts": ["?"]}', "[" * 5000])
def test_what_was_kept_may_be_anything(kept: str) -> None:
    found = table("Company", "a")
    assert recalled(found, kept) == proposed(found)


def test_a_row_becomes_what_it_says() -> None:
    found = table(
        "Company,Title,Applied,Interview,Round,Status,Link,Notes,Location",
        "Tarn,Baker,2026-03-04,2026-03-09 14:30,Phone screen,Rejected,https://x.example/1,Nice,Vale",
        "Wren,,sometime,,,Interviewing,none yet,,",
    )
    one, two = planned(found, proposed(found)).rows
    assert (one.draft.company, one.draft.title, one.draft.sent_on) == (
        "Tarn",
        "Baker",
        date(2026, 3, 4),
    )
    assert (one.start, one.timed, one.kind) == (
        datetime(2026, 3, 9, 14, 30),
        True,
        InterviewKind.PHONE_SCREEN,
    )
    assert (one.fate, one.draft.posting_url, one.draft.place) == (
        Fate.REJECTED,
        "https://x.example/1",
        "Vale",
    )
    # Nothing is lost: what could not be read stands in the notes.
    assert (two.draft.title, two.draft.sent_on, two.odd) == (NO_TITLE, None, 1)
    assert two.draft.notes.splitlines() == ["sometime", "Interviewing", "none yet"]


def test_rows_are_taken_once() -> None:
    found = table(
        "Company,Title,Status", "Tarn,Baker,Applied", "TARN ,baker,Rejected", ",Baker,", "Wren,,"
    )
    choices = proposed(found)
    plan = planned(found, choices)
    assert [row.line for row in plan.rows] == [2, 5]
    assert plan.skipped == ((3, Skipped.TWICE), (4, Skipped.NO_COMPANY))
    again = planned(found, choices, {row.key for row in plan.rows})
    assert again.rows == ()
    assert again.count(Skipped.KNOWN) == 2


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Phone", InterviewKind.PHONE_SCREEN),
        ("2nd technical round", InterviewKind.TECHNICAL),
        ("Hiring Manager", InterviewKind.HIRING_MANAGER),
        ("", InterviewKind.OTHER),
        ("Lunch", InterviewKind.OTHER),
    ],
)
def test_a_kind_is_known_or_another_one(text: str, kind: InterviewKind) -> None:
    assert kind_of(text) is kind


def test_nothing_is_said_in_many_ways() -> None:
    assert [said(x) for x in ("N/A", " - ", "null", "TBD", "Na und")] == ["", "", "", "", "Na und"]


ROWS = st.lists(
    st.lists(st.text(max_size=15), min_size=4, max_size=4).map(tuple), min_size=1, max_size=6
)


@given(
    ROWS,
    st.lists(st.sampled_from(Part), min_size=4, max_size=4),
    st.sampled_from([None, *DayOrder]),
)
def test_any_rows_can_be_planned(
    rows: list[tuple[str, ...]], parts: list[Part], order: DayOrder | None
) -> None:
    found = Table("t", ("a", "b", "c", "d"), tuple(rows), tuple(range(len(rows))))
    plan = planned(found, Choices(tuple(parts), order))
    assert len(plan.rows) + len(plan.skipped) == len(rows)
    assert len({row.key for row in plan.rows}) == len(plan.rows)
    known = {row.key for row in plan.rows}
    assert planned(found, Choices(tuple(parts), order), known).rows == ()
