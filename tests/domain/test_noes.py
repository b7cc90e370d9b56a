"""Why the noes were noes: weighed one by one, the company's and mine never mixed."""

from __future__ import annotations

from interview_coach.domain.kinds import Certainty, Decision, Family, ReasonKind, Sign
from interview_coach.domain.noes import No, ReasonGiven, why_noes


def reason(
    outcome: str,
    what: ReasonKind = ReasonKind.JOB_CHANGED,
    sign: Sign = Sign.CLEAR,
    certainty: Certainty = Certainty.TOLD,
    text: str = "",
) -> ReasonGiven:
    mine = what in {ReasonKind.ANSWER, ReasonKind.UNSAID, ReasonKind.WOULD_CHANGE}
    family = Family.MINE if mine else Family.NOT_MINE
    return ReasonGiven(outcome, f"i-{outcome}", family, what, text, text, sign, certainty)


def no(outcome: str, decision: Decision = Decision.REJECTED) -> No:
    return No(outcome, f"i-{outcome}", decision)


def test_each_no_counts_where_its_signs_point() -> None:
    found = why_noes(
        [no("a"), no("b"), no("c"), no("d")],
        [
            reason("a"),
            reason("b", ReasonKind.ANSWER, text="testing"),
            reason("c", certainty=Certainty.GUESSED, sign=Sign.SOME),
        ],
        6,
    )
    assert (found.not_yours, found.cant_know, found.yours) == (("i-a",), ("i-c", "i-d"), ("i-b",))
    assert found.total == 4


def test_my_own_no_is_not_among_them() -> None:
    found = why_noes([no("a", Decision.WITHDREW), no("b", Decision.CANCELLED)], [reason("a")], 6)
    assert (found.total, found.reasons) == (0, ())


def test_a_reason_is_counted_by_how_it_is_known() -> None:
    found = why_noes(
        [no("a"), no("b"), no("c")],
        [reason("a"), reason("b", certainty=Certainty.GUESSED), reason("c", sign=Sign.NONE)],
        6,
    )
    assert len(found.reasons) == 1
    assert found.reasons[0].times == 2
    assert found.reasons[0].by_certainty == ((Certainty.TOLD, 1), (Certainty.GUESSED, 1))
    assert found.reasons[0].interview_ids == ("i-a", "i-b")


def test_a_guess_weighs_less_but_is_counted_as_often() -> None:
    found = why_noes([no("a")], [reason("a", certainty=Certainty.GUESSED)], 6)
    assert (found.cant_know, found.reasons[0].times) == (("i-a",), 1)


def test_own_words_are_reasons_of_their_own_and_each_family_keeps_its_place() -> None:
    many = [reason("a", ReasonKind.ANSWER, text=f"answer {n}") for n in range(9)]
    found = why_noes([no("a")], [*many, reason("a"), reason("a", ReasonKind.CLASH)], 3)
    families = [one.family for one in found.reasons]
    assert families == [Family.NOT_MINE] * 2 + [Family.MINE] * 3
