"""What comes again: questions, and what became of points and stories."""

from __future__ import annotations

from datetime import date

import pytest

from interview_coach.domain.kinds import Coverage
from interview_coach.domain.recurring import AskedOnce, CoveredOnce, asked_again, what_lands


def asked(key: str, day: int, rating: int | None = None, interview: str = "") -> AskedOnce:
    return AskedOnce(key, f"{key} on {day}", date(2026, 5, day), rating, interview or str(day))


def covered(key: str, coverage: Coverage, interview: str) -> CoveredOnce:
    return CoveredOnce(key, key, coverage, interview)


def test_a_question_of_one_interview_is_not_asked_again() -> None:
    twice_in_one = [asked("why", 1, interview="a"), asked("why", 1, interview="a")]
    assert asked_again([*twice_in_one, asked("how", 2)], 6) == ()


def test_a_question_asked_again_keeps_its_newest_wording_and_its_ratings_in_order() -> None:
    found = asked_again([asked("why", 9, 4), asked("why", 2, 2), asked("why", 5)], 6)
    assert len(found) == 1
    assert (found[0].text, found[0].times) == ("why on 9", 3)
    assert found[0].ratings == ((date(2026, 5, 2), 2), (date(2026, 5, 9), 4))
    assert found[0].interview_ids == ("2", "5", "9")


def test_the_most_frequent_come_first_and_no_more_than_wanted() -> None:
    often = [asked("often", day) for day in (1, 2, 3)]
    seldom = [asked("seldom", day) for day in (4, 5)]
    assert [one.times for one in asked_again([*seldom, *often], 6)] == [3, 2]
    assert [one.text[:5] for one in asked_again([*seldom, *often], 1)] == ["often"]


@pytest.mark.parametrize(
    ("said", "groups"),
    [
        ([("why", ""), ("why", "")], 1),
        ([("why", "q"), ("draws", "q")], 1),
        ([("why", "q"), ("why", "")], 1),
        ([("why", "q"), ("why", "r")], 1),
        # What links the two stands between them, whichever comes first.
        ([("why", ""), ("draws", ""), ("why", "q"), ("draws", "q")], 1),
        ([("why", "q"), ("draws", "")], 0),
        ([("why", ""), ("why", ""), ("draws", "q"), ("moves", "q")], 2),
    ],
)
def test_questions_are_the_same_by_their_link_or_their_wording(
    said: list[tuple[str, str]], groups: int
) -> None:
    asked_so = [
        AskedOnce(key, key, date(2026, 5, day), None, str(day), link)
        for day, (key, link) in enumerate(said, 1)
    ]
    found = asked_again(asked_so, 6)
    assert len(found) == groups
    if groups == 1:
        assert found[0].times == len(said)


def test_what_lands_counts_each_way_it_went() -> None:
    found = what_lands(
        [
            covered("clinic", Coverage.SAID, "a"),
            covered("clinic", Coverage.LANDED, "b"),
            covered("clinic", Coverage.NOT_SAID, "c"),
            covered("outage", Coverage.LANDED, "a"),
            covered("outage", Coverage.LANDED, "b"),
        ],
        6,
    )
    assert [(one.text, one.landed, one.said, one.unsaid, one.planned) for one in found] == [
        ("outage", 2, 0, 0, 2),
        ("clinic", 1, 1, 1, 3),
    ]
    assert found[1].interview_ids == ("a", "b", "c")
    assert len(what_lands([covered(str(n), Coverage.SAID, "a") for n in range(9)], 6)) == 6
