"""Turns the codes of the data itself into words: counts, the trash, backups, the exported document."""

from __future__ import annotations

from collections.abc import Mapping

from interview_coach.domain.inside import Fate, Inside
from interview_coach.domain.kinds import Decision, InterviewKind
from interview_coach.domain.trash import Thing
from interview_coach.domain.trouble import Trouble
from interview_coach.ui.say import Sentence
from interview_coach.ui.text import Marked, mark, tr, tr_marked, tr_n
from interview_coach.ui.words import kind_title, trouble, word

COUNTED = ("opportunity", "interview", "prep_item", "review", "asked", "outcome", "lesson")


def how_many(table: str, n: int) -> str:
    """So many of what the person has: 18 opportunities."""
    match table:
        case "opportunity":
            return tr_n("{n} opportunity", "{n} opportunities", n)
        case "interview":
            return tr_n("{n} interview", "{n} interviews", n)
        case "prep_item":
            return tr_n("{n} prepared line", "{n} prepared lines", n)
        case "review":
            return tr_n("{n} review", "{n} reviews", n)
        case "asked":
            return tr_n("{n} question they asked", "{n} questions they asked", n)
        case "outcome":
            return tr_n("{n} outcome", "{n} outcomes", n)
        case "lesson":
            return tr_n("{n} lesson", "{n} lessons", n)
        case _:
            raise KeyError(table)


def counted(counts: Mapping[str, int]) -> str:
    """What there is, kind by kind: 18 opportunities · 9 interviews. A number stays with its word."""
    told = [how_many(table, counts[table]) for table in COUNTED if counts.get(table)]
    return " · ".join(part.replace(" ", "\u00a0") for part in told)


_FATES: dict[Fate, Marked] = {
    Fate.BACK: mark("Would come back"),
    Fate.GONE: mark("Would go"),
    Fate.EARLIER: mark("Would be as it was then"),
    Fate.SAME: mark("The same in both, newest first"),
}


def fate_title(fate: Fate) -> str:
    """What a restore would do to what stands below."""
    return tr_marked(_FATES[fate])


def inside_summary(inside: Inside) -> str:
    """What a restore of a backup would do, in a sentence or two."""
    if not inside.compared:
        return tr("The data of now cannot be read, so there is nothing to compare it with.")
    parts = []
    for fate, sentence in (
        (Fate.BACK, mark("Would come back: {what}.")),
        (Fate.GONE, mark("Would go: {what}.")),
        (Fate.EARLIER, mark("Would be as they were then: {what}.")),
    ):
        rows = inside.fates.get(fate, {})
        rest = sum(n for table, n in rows.items() if table not in COUNTED)
        what = [counted(rows)] if counted(rows) else []
        what += [tr_n("{n} other row", "{n} other rows", rest)] if rest else []
        if what:
            parts.append(tr_marked(sentence, what=" · ".join(what)))
    return "\n".join(parts) or tr("Nothing has changed since: a restore would change nothing.")


_TRASHED: dict[str, Marked] = {
    "company": mark("Company"),
    "opportunity": mark("Opportunity"),
    "person": mark("Person"),
    "interview": mark("Interview"),
    "prep_item": mark("Checklist item"),
    "requirement": mark("Requirement"),
    "review": mark("Review"),
    "asked": mark("Question they asked"),
    "signal": mark("Signal"),
    "remark": mark("Remark"),
    "outcome": mark("Outcome"),
    "reason": mark("Reason"),
    "lesson": mark("Lesson"),
    "library_item": mark("In the library"),
    "template": mark("Template"),
    "template_item": mark("Line of a template"),
    "research_note": mark("Research note"),
    "pay_talk": mark("Talk of pay"),
    "expected_question": mark("Expected question"),
    "lesson_check": mark("Check of a lesson"),
    "reason_change": mark("Earlier state of a reason"),
    "free_writing": mark("Free writing"),
}


_SECTIONS: dict[str, Marked] = {
    "research": mark("Research"),
    "talking_point": mark("Talking point"),
    "story": mark("Story"),
    "question": mark("Question to ask"),
    "logistics": mark("Logistics"),
}


def trashed(thing: Thing) -> tuple[str, str]:
    """What lies in the trash: what it is called, and what sort of thing it is."""
    table, title = thing.table, thing.title
    known = _SECTIONS.get(thing.section) or _TRASHED.get(table)
    sort = tr_marked(known) if known else ""
    if table == "interview":
        return kind_title(InterviewKind(title)), sort
    if table == "outcome":
        return word(Decision(title)), sort
    if table == "review" or not title:
        return sort, sort
    return title, sort


def sort_of(table: str) -> str:
    """What sort of thing a table holds: Checklist item; an unnamed one by what it is called."""
    known = _TRASHED.get(table)
    return tr_marked(known) if known else table


def went_along(table: str, n: int) -> str:
    """So many of what was deleted with something: 3 questions they asked."""
    match table:
        case "prep_item":
            return tr_n("{n} item of its checklist", "{n} items of its checklist", n)
        case "review":
            return tr_n("its review", "{n} reviews", n)
        case "signal":
            return tr_n("{n} signal", "{n} signals", n)
        case "remark":
            return tr_n("{n} remark", "{n} remarks", n)
        case "reason":
            return tr_n("{n} reason", "{n} reasons", n)
        case "requirement":
            return tr_n("{n} requirement", "{n} requirements", n)
        case "person":
            return tr_n("{n} person", "{n} people", n)
        case table if table in COUNTED:
            return how_many(table, n)
        case _:
            return tr_n("{n} more line", "{n} more lines", n)


_BACKUPS: dict[str, Marked] = {
    "": mark("by you"),
    "start": mark("at the start"),
    "hourly": mark("while you worked"),
    "quit": mark("when you closed the window"),
    "before-upgrade": mark("before an upgrade"),
    "before-import": mark("before an import"),
    "before-restore": mark("before a restore"),
    # Earlier versions made one a day.
    "daily": mark("daily"),
}


def backup_why(why: str) -> str:
    """What made a backup."""
    found = _BACKUPS.get(why)
    return tr_marked(found) if found else ""


_EXPORT_TROUBLES: dict[str, tuple[Marked, Marked]] = {
    "no_space": (
        mark("There is not enough room there"),
        mark("Nothing was left behind. Choose another place, or make some room."),
    ),
    "read_only": (
        mark("That place is read-only"),
        mark("Choose another folder for the document."),
    ),
    "not_allowed": (
        mark("You are not allowed to write there"),
        mark("Choose another folder for the document."),
    ),
    "gone": (
        mark("That folder is not there any more"),
        mark("If it is on a drive that can be unplugged, plug it in, or choose another folder."),
    ),
}


def export_trouble(found: Trouble) -> Sentence:
    """Why the document could not be written, and what to do."""
    known = _EXPORT_TROUBLES.get(found.code)
    if known is None:
        return trouble(found)
    title, text = known
    return Sentence(tr_marked(title), tr_marked(text))
