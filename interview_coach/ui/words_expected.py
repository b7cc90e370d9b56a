"""What was expected and what was asked, in words; every share with its counts."""

from __future__ import annotations

from interview_coach.domain.expected import Against, Expected, Offer, Why
from interview_coach.ui import words
from interview_coach.ui.text import Marked, mark, tr, tr_marked, tr_n

_WHY: dict[Why, Marked] = {
    Why.UNPREPARED: mark("Came unprepared before"),
    Why.EARLIER: mark("Asked in interviews of this kind"),
    Why.BANK: mark("From the library"),
}


def why(found: Why) -> str:
    """The heading of what is offered for one reason."""
    return tr_marked(_WHY[found])


def offered(offer: Offer) -> str:
    """How often an offered question came; nothing for one of the library."""
    if offer.why is Why.UNPREPARED:
        return tr_n(
            "Came unprepared in {n} interview of this kind",
            "Came unprepared in {n} interviews of this kind",
            offer.times,
        )
    if offer.why is Why.EARLIER:
        return tr_n(
            "Asked in {n} interview of this kind",
            "Asked in {n} interviews of this kind",
            offer.times,
        )
    return ""


def before(one: Expected) -> str:
    """How an expected question went before."""
    if not one.times:
        return ""
    asked = tr_n("Asked in {n} interview before", "Asked in {n} interviews before", one.times)
    if one.rating is None:
        return asked
    return tr("{asked}, last rated {rating}", asked=asked, rating=words.rated(one.rating).lower())


def summary(counts: Against) -> str:
    """What came of what, in words: 3 of 5 came. 2 expected did not come. 4 came unprepared."""
    sentences = []
    if counts.expected:
        sentences.append(
            tr("{came} of the {n} you expected came.", came=counts.came, n=counts.expected)
        )
    if counts.missed:
        sentences.append(
            tr_n("{n} expected did not come.", "{n} expected did not come.", counts.missed)
        )
    if counts.unprepared:
        sentences.append(tr_n("{n} came unprepared.", "{n} came unprepared.", counts.unprepared))
    elif counts.asked:
        sentences.append(tr("None came unprepared."))
    return " ".join(sentences)
