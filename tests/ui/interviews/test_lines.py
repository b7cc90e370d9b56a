"""The groups of the list and the words on its cards."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from interview_coach.domain.interview import InterviewList, InterviewRow, OpportunityRow
from interview_coach.domain.kinds import Answer, Cancelled, Decision, InterviewKind, Mode
from interview_coach.domain.standing import Standing
from interview_coach.ui.interviews.lines import Group, card_text, grouped, promised
from interview_coach.ui.interviews.subject import Act, Subject, offers
from interview_coach.ui.interviews.zone_box import zone_of

NOW = datetime(2026, 11, 22, 21, 0, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")
TODAY = date(2026, 11, 22)


def a_row(standing: Standing, **others: object) -> InterviewRow:
    values: dict[str, object] = {
        "id": "i",
        "opportunity_id": "o",
        "company": "Acme",
        "title": "Engineer",
        "kind": InterviewKind.TECHNICAL,
        "start": datetime(2026, 11, 16, 10, 0),
        "zone": "Europe/Berlin",
        "end_at": datetime(2026, 11, 16, 9, 45, tzinfo=UTC),
        "mode": Mode.VIDEO,
    }
    return InterviewRow(standing=standing, **(values | others))  # type: ignore[arg-type]


def groups_of(**lists: object) -> list[Group]:
    found = InterviewList(**lists)  # type: ignore[arg-type]
    return [group.group for group in grouped(found, NOW, BERLIN)]


def test_an_open_offer_waits_for_my_answer_and_is_not_closed() -> None:
    offer = a_row(Standing.OFFER, answer=Answer.OPEN)
    assert groups_of(closed=(offer,), closed_total=1) == [Group.OFFERS]


@pytest.mark.parametrize("answer", [Answer.ACCEPTED, Answer.DECLINED])
def test_an_answered_offer_is_closed(answer: Answer) -> None:
    offer = a_row(Standing.OFFER, answer=answer)
    assert groups_of(closed=(offer,), closed_total=1) == [Group.CLOSED]


def test_the_last_round_that_advanced_needs_its_next_round() -> None:
    assert groups_of(closed=(a_row(Standing.ADVANCED),), closed_total=1) == [Group.NO_ROUND]


def test_an_earlier_round_that_advanced_is_closed() -> None:
    row = a_row(Standing.ADVANCED, last=False)
    assert groups_of(closed=(row,), closed_total=1) == [Group.CLOSED]


def test_an_archived_offer_asks_for_nothing() -> None:
    row = a_row(Standing.OFFER, answer=Answer.OPEN, archived=True)
    assert groups_of(closed=(row,), closed_total=1) == [Group.CLOSED]


@pytest.mark.parametrize(
    ("decision", "archived", "group"),
    [
        (None, False, Group.NO_ROUND),
        (Decision.ADVANCED, False, Group.NO_ROUND),
        (Decision.REJECTED, False, Group.CLOSED),
        (None, True, Group.CLOSED),
    ],
)
def test_an_opportunity_without_a_round(
    decision: Decision | None, archived: bool, group: Group
) -> None:
    job = OpportunityRow("o", "Acme", "Engineer", None, TODAY, archived, decision)
    assert groups_of(no_round=(job,)) == [group]


def test_closed_counts_what_is_shown_elsewhere_out_and_decided_opportunities_in() -> None:
    found = InterviewList(
        closed=(a_row(Standing.REJECTED), a_row(Standing.OFFER, answer=Answer.OPEN)),
        closed_total=150,
        no_round=(OpportunityRow("o", "A", "B", None, TODAY, decision=Decision.REJECTED),),
    )
    totals = {g.group: g.total for g in grouped(found, NOW, BERLIN)}
    assert totals == {Group.OFFERS: 1, Group.CLOSED: 150}


def test_an_interview_in_another_zone_shows_both_clocks() -> None:
    row = a_row(
        Standing.UPCOMING,
        start=datetime(2026, 11, 28, 11, 0),
        zone="America/New_York",
        end_at=datetime(2026, 11, 28, 16, 45, tzinfo=UTC),
        prepared=5,
        planned=10,
    )
    text = card_text(row, Group.UPCOMING, NOW, BERLIN)
    assert text.line == (
        "Sat 28 Nov, 11:00 – 11:45 New York time (17:00 for you) · 5 of 10 prepared"
    )


def test_another_day_for_me_is_named() -> None:
    row = a_row(
        Standing.UPCOMING,
        start=datetime(2026, 11, 28, 20, 0),
        zone="America/New_York",
        end_at=datetime(2026, 11, 29, 1, 45, tzinfo=UTC),
    )
    assert "(Sun 29 Nov, 02:00 for you)" in card_text(row, Group.UPCOMING, NOW, BERLIN).line


def test_waiting_tells_the_days_against_the_promise() -> None:
    row = a_row(Standing.WAITING, promised_on=date(2026, 11, 20), forecast=60, my_answers=4)
    text = card_text(row, Group.WAITING, NOW, BERLIN)
    assert text.line == "Mon 16 Nov · Waiting 6 days · they said by 20 Nov, 2 days ago"
    assert (text.chip, text.rating) == ("Waiting · 60%", 4)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (None, "no date promised"),
        (TODAY, "they said by today"),
        (date(2026, 11, 23), "they said by 23 Nov, in 1 day"),
        (date(2026, 11, 26), "they said by 26 Nov, in 4 days"),
        (date(2026, 11, 21), "they said by 21 Nov, 1 day ago"),
    ],
)
def test_what_they_promised(day: date | None, words: str) -> None:
    assert promised(day, TODAY) == words


def test_a_rejection_has_the_neutral_chip() -> None:
    text = card_text(a_row(Standing.REJECTED), Group.CLOSED, NOW, BERLIN)
    assert (text.chip, text.tone) == ("Not this time", "neutral")


def test_who_called_it_off_is_told() -> None:
    row = a_row(Standing.CALLED_OFF, called_off_by=Cancelled.THEM)
    assert "Cancelled by them" in card_text(row, Group.CLOSED, NOW, BERLIN).line


@pytest.mark.parametrize(
    ("standing", "there", "not_there"),
    [
        (Standing.UPCOMING, {Act.RESCHEDULE, Act.THEY_CALL_OFF}, {Act.RESTORE, Act.NOT_HELD}),
        (Standing.TO_REVIEW, {Act.NOT_HELD, Act.OUTCOME}, {Act.RESTORE}),
        (Standing.CALLED_OFF, {Act.RESTORE, Act.RESCHEDULE}, {Act.THEY_CALL_OFF, Act.OUTCOME}),
        (Standing.WAITING, {Act.OUTCOME, Act.NEXT_ROUND}, {Act.RESCHEDULE, Act.NOT_HELD}),
        (Standing.REJECTED, {Act.OUTCOME, Act.ARCHIVE}, {Act.RESCHEDULE, Act.THEY_CALL_OFF}),
    ],
)
def test_only_what_makes_sense_is_offered(
    standing: Standing, there: set[Act], not_there: set[Act]
) -> None:
    acts = set(offers(Subject("o", "i", standing)))
    assert there <= acts
    assert not not_there & acts
    assert {Act.OPEN, Act.EDIT, Act.DELETE} <= acts


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("Europe/Berlin", "Europe/Berlin"),
        ("europe/berlin", "Europe/Berlin"),
        ("america/new york", "America/New_York"),
        ("tokyo", "Asia/Tokyo"),
        (" New  York ", "America/New_York"),
        ("Atlantis", "Atlantis"),
        ("", ""),
    ],
)
def test_a_zone_is_found_by_its_name_or_its_place(typed: str, zone: str) -> None:
    assert zone_of(typed) == zone
