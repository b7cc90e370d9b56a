"""Companies and people, found by name or made: nothing is typed twice."""

from __future__ import annotations

from collections.abc import Sequence

from interview_coach.domain.interview import Interviewer
from interview_coach.store.deeds import Writer
from interview_coach.store.tables import Company, Interview, Person
from interview_coach.store.tables import Interviewer as InterviewerRow


def company_id(w: Writer, name: str) -> str:
    """The company of that name (case aside), made when there is none."""
    named = w.raw.execute("SELECT id, name FROM company WHERE trashed_at IS NULL ORDER BY id")
    alike = [key for key, known in named if known.casefold() == name.casefold()]
    return str(alike[0]) if alike else w.add(Company, name=name).id


def person_id(w: Writer, company: str, who: Interviewer) -> str:
    """The person of that name at the company, made when there is none; a new title is kept."""
    known = w.all(Person, company_id=company, order="id")
    same = [row for row in known if row.id == who.person_id]
    alike = [row for row in known if row.name.casefold() == who.name.casefold()]
    for row in [*same, *alike][:1]:
        w.change(row, name=who.name, title=who.title or row.title)
        return row.id
    return w.add(Person, company_id=company, name=who.name, title=who.title).id


def set_interviewers(
    w: Writer,
    interview: Interview,
    company: str,
    people: Sequence[Interviewer],
    before: str | None = None,
) -> None:
    """Make the interviewers of a round exactly these, in this order; `before` is its company until now.

    Who has gone to another company since stays who they are.
    """
    present = {row.person_id: row for row in w.all(InterviewerRow, interview_id=interview.id)}
    for position, who in enumerate(people):
        known = w.find(Person, who.person_id) if who.person_id in present else None
        if known is not None and known.company_id not in {company, before}:
            w.change(known, name=who.name, title=who.title or known.title)
            person = known.id
        else:
            person = person_id(w, company, who)
        row = present.pop(person, None)
        if row is None:
            w.add(
                InterviewerRow,
                interview_id=interview.id,
                person_id=person,
                part=who.part,
                position=position,
            )
        else:
            w.change(row, part=who.part, position=position)
    for gone in present.values():
        w.bury(gone)
