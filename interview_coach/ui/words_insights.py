"""Turns what insights found into sentences: counts first, then rates with their intervals."""

from __future__ import annotations

from interview_coach.domain.courses import End, Reached, Stage
from interview_coach.domain.insights import Forecasts, Prepared, PreparedRated
from interview_coach.domain.kinds import Certainty, LessonState
from interview_coach.domain.noes import ReasonCount
from interview_coach.domain.proportions import Share
from interview_coach.domain.silence import UsualWait
from interview_coach.ui import words
from interview_coach.ui.text import Marked, mark, tr, tr_marked, tr_n

_STAGES: dict[Stage, Marked] = {
    Stage.OPPORTUNITY: mark("Opportunities"),
    Stage.SCREEN: mark("Phone screen"),
    Stage.MEETING: mark("Manager or behavioural"),
    Stage.DEPTH: mark("Technical or panel"),
    Stage.FINAL: mark("Final round"),
    Stage.OFFER: mark("Offer"),
}
_ENDS_AT: dict[Stage, Marked] = {
    Stage.OPPORTUNITY: mark("before the first round"),
    Stage.SCREEN: mark("at the phone screen"),
    Stage.MEETING: mark("at manager or behavioural"),
    Stage.DEPTH: mark("at technical or panel"),
    Stage.FINAL: mark("at the final round"),
    Stage.OFFER: mark("at the offer"),
}
_ENDS: dict[End, Marked] = {
    End.THEIR_NO: mark("their no {n}"),
    End.MY_NO: mark("my no {n}"),
    End.CANCELLED: mark("cancelled {n}"),
    End.ARCHIVED: mark("put aside {n}"),
}
_LEANINGS: dict[str, Marked] = {
    "too_few": mark("Too few to tell."),
    "optimistic": mark("You expect a yes more often than one comes."),
    "pessimistic": mark("It goes better than you expect."),
    "perhaps_optimistic": mark("Perhaps a little optimistic; too few to be sure."),
    "perhaps_pessimistic": mark("Perhaps a little pessimistic; too few to be sure."),
    "close": mark("What you say is close to what comes."),
}
_PREPARED: dict[Prepared, Marked] = {
    Prepared.LITTLE: mark("Under half prepared"),
    Prepared.MOST: mark("Half or more prepared"),
    Prepared.ALL: mark("Nearly all prepared"),
}
_LESSONS: dict[LessonState, Marked] = {
    LessonState.OPEN: mark("Not tried yet"),
    LessonState.NOT_YET: mark("Not yet"),
    LessonState.WORKING: mark("Working"),
    LessonState.DONE: mark("Done"),
    LessonState.LET_GO: mark("Let go"),
}
_CERTAIN: dict[Certainty, Marked] = {
    Certainty.TOLD: mark("told {n}"),
    Certainty.OBSERVED: mark("observed {n}"),
    Certainty.GUESSED: mark("guessed {n}"),
}


def stage(where: Stage) -> str:
    """The name of a stage."""
    return tr_marked(_STAGES[where])


def percent(share: float) -> int:
    """A fraction as whole percent."""
    return round(share * 100)


def counted(share: Share) -> str:
    """5 of 11 (21 to 72 %); only 3 of 4 where there are too few to tell."""
    text = tr("{hits} of {cases}", hits=share.hits, cases=share.cases)
    interval = share.interval
    if interval is None:
        return tr("{counts}, too few to tell", counts=text)
    low, high = percent(interval[0]), percent(interval[1])
    return tr("{counts} ({low} to {high} %)", counts=text, low=low, high=high)


def luck(share: Share) -> str:
    """How far luck alone could move a share, for beside its counts; or that they are too few."""
    if share.interval is None:
        return tr("too few to tell")
    low, high = percent(share.interval[0]), percent(share.interval[1])
    return tr("{low} to {high} % (95 %, Wilson)", low=low, high=high)


def leaning(found: Forecasts) -> str:
    """Whether what was said leans one way."""
    if found.leaning == "too_few":
        return tr_n(
            "Too few to tell: {n} forecast has an answer so far.",
            "Too few to tell: {n} forecasts have an answer so far.",
            found.scored,
        )
    return tr_marked(_LEANINGS[found.leaning])


def most_said(found: Forecasts) -> str:
    """What came of the forecasts that were made most often; empty while there are too few."""
    told = [band for band in found.bands if band.share.enough]
    if not told:
        return ""
    band = max(told, key=lambda one: one.share.cases)
    return tr(
        "When you said about {said} %, {hits} of {cases} said yes. The bars show how far luck alone"
        " could move each point (95 %, Wilson).",
        said=round(band.said),
        hits=band.share.hits,
        cases=band.share.cases,
    )


def few_said(found: Forecasts) -> str:
    """The bands with too few cases for a point, as counts."""
    few = [band for band in found.bands if not band.share.enough]
    if not few:
        return ""
    told = [
        tr(
            "{hits} of {cases} at {said} %",
            hits=b.share.hits,
            cases=b.share.cases,
            said=round(b.said),
        )
        for b in few
    ]
    return tr("Too few for a point: {counts}.", counts=", ".join(told))


def scored(found: Forecasts) -> str:
    """The Brier score beside that of one's own base rate; empty while there are too few."""
    if found.base is None:
        return ""
    return tr_n(
        "Brier score over {n} forecast: {mine}; always saying your own rate so far would have scored"
        " {base}. Smaller is better.",
        "Brier score over {n} forecasts: {mine}; always saying your own rate so far would have scored"
        " {base}. Smaller is better.",
        found.base.cases,
        mine=f"{found.base.mine:.2f}",
        base=f"{found.base.base:.2f}",
    )


def most_end(reached: tuple[Reached, ...]) -> str:
    """Where most of what ended ended, with its counts and interval."""
    ended = [one for one in reached if one.ended.hits]
    if not ended:
        return ""
    worst = max(ended, key=lambda one: (one.ended.hits, one.ended.hits / one.ended.cases))
    return tr(
        "Most end {where}: {counts}.",
        where=tr_marked(_ENDS_AT[worst.stage]),
        counts=counted(worst.ended),
    )


def ends(one: Reached) -> str:
    """How those that ended at a stage ended."""
    return ", ".join(tr_marked(_ENDS[end], n=count) for end, count in one.ends)


def prepared(one: PreparedRated) -> str:
    """How much was prepared."""
    return tr_marked(_PREPARED[one.prepared])


def mean_rating(one: PreparedRated) -> str:
    """The mean rating where there are enough cases for one."""
    if one.mean is None:
        return tr("too few to tell")
    return tr("{mean} of 5 on average", mean=f"{one.mean:.1f}")


def lesson_state(state: LessonState) -> str:
    """Where lessons stand."""
    return tr_marked(_LESSONS[state])


def reason(one: ReasonCount) -> str:
    """What a reason says: the person's own words, or the words of its kind."""
    return one.text or words.word(one.what)


def certainties(one: ReasonCount) -> str:
    """How often a reason was told, observed or guessed."""
    return ", ".join(tr_marked(_CERTAIN[known], n=count) for known, count in one.by_certainty)


def most_often(reasons: tuple[ReasonCount, ...]) -> str:
    """The reasons that came more than once."""
    told = [tr("{what} ({n})", what=reason(one), n=one.times) for one in reasons if one.times > 1]
    return tr("Most often: {reasons}.", reasons=", ".join(told)) if told else ""


def usual_wait(found: UsualWait) -> str:
    """My own usual wait, or that there is too little to tell one."""
    if not found.enough:
        return tr_n(
            "Too few to tell: {answered} of {n} wait is over.",
            "Too few to tell: {answered} of {n} waits are over.",
            found.waits,
            answered=found.answered,
        )
    if found.median is None:
        return tr_n(
            "More than {n} day: fewer than half of your waits are over.",
            "More than {n} days: fewer than half of your waits are over.",
            found.longest,
        )
    if found.high is None:
        return tr_n(
            "Half of your answers came within {n} day (95 %: {low} or more).",
            "Half of your answers came within {n} days (95 %: {low} or more).",
            found.median,
            low=found.low,
        )
    return tr_n(
        "Half of your answers came within {n} day (95 %: {low} to {high}).",
        "Half of your answers came within {n} days (95 %: {low} to {high}).",
        found.median,
        low=found.low,
        high=found.high,
    )
