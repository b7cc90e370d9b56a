"""Insights, asked: what many interviews show together.

For another thread and a reader of its own (`Store.aside`): the time it takes grows with the store.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from interview_coach.domain.calibration import against_base, bands, brier, decompose, leaning
from interview_coach.domain.courses import how_far
from interview_coach.domain.expected import by_kind
from interview_coach.domain.insights import (
    Behind,
    Filters,
    Forecasts,
    Insights,
    felt_turned_out,
    lessons_standing,
    lessons_tried,
    prepared_rated,
    to_score,
)
from interview_coach.domain.kinds import InterviewKind
from interview_coach.domain.noes import why_noes
from interview_coach.domain.proportions import ENOUGH
from interview_coach.domain.recurring import asked_again, what_lands
from interview_coach.domain.silence import curve, usual_wait
from interview_coach.domain.standing import Settled, standing
from interview_coach.domain.zones import parse_utc, parse_wall
from interview_coach.store.deeds import Reader, question
from interview_coach.store.insight_rows import Found, Told, unheard

# How many lines a list of the page has at the most.
LINES = 6
# How many reasons of each family.
REASONS = 3
# Of how many interviews the list behind a mark is made.
BEHIND = 200


@question
def insights(r: Reader, filters: Filters | None = None, told: Told = unheard) -> Insights:
    """All that Insights shows, of the interviews that `filters` mean.

    `told` hears how far it is, in steps, and may raise to give it up.
    """
    found = Found(r, filters or Filters(), told)
    held = list(found.meant.values())
    sealed = [one for one in held if one.sealed_at is not None]
    scored = to_score(held)
    pairs = [(one.said / 100, one.yes) for one in scored]
    enough = len(scored) >= ENOUGH
    noes, waits = found.noes(), found.waits()
    return Insights(
        interviews=len(held),
        reviewed=len(sealed),
        forecasts=Forecasts(
            len(scored),
            bands(scored),
            leaning(scored),
            brier(pairs) if enough else None,
            decompose(pairs) if enough else None,
            against_base(scored) if enough else None,
        ),
        felt=felt_turned_out(held),
        reached=how_far([one.whole() for one in found.courses.values()]),
        asked=asked_again(found.asked(), LINES),
        lands=what_lands(found.covered(), LINES),
        noes=why_noes(noes, found.reasons(), REASONS),
        my_noes=found.my_noes(),
        lessons=lessons_standing(found.lessons()),
        tried=lessons_tried(found.checks()),
        against=by_kind(found.against()),
        prepared=prepared_rated(held),
        wait=usual_wait(waits),
        wait_curve=curve(waits),
    )


@question
def behind(r: Reader, interviews: Sequence[str]) -> tuple[Behind, ...]:
    """These interviews as a list shows them, newest first, at most `BEHIND`."""
    rows = r.raw.execute(
        "SELECT i.id, c.name, o.title, i.kind, i.start, e.state, i.start_at, i.end_at "
        "FROM json_each(?) k CROSS JOIN entry e ON e.owner_id = k.value AND e.kind = 'interview' "
        "JOIN interview i ON i.id = e.owner_id JOIN opportunity o ON o.id = i.opportunity_id "
        f"JOIN company c ON c.id = o.company_id ORDER BY e.key DESC LIMIT {BEHIND}",
        (json.dumps(list(dict.fromkeys(interviews))),),
    )
    return tuple(
        Behind(
            key,
            company,
            title,
            InterviewKind(kind),
            parse_wall(start).date(),
            standing(Settled(state), r.now, parse_utc(start_at), parse_utc(end_at)),
        )
        for key, company, title, kind, start, state, start_at, end_at in rows
    )
