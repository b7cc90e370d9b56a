"""What a thorough check found, in words; the command says the same. No Qt."""

from __future__ import annotations

from interview_coach.domain.examination import Examination, Fault, Finding
from interview_coach.ui.text import tr, tr_n
from interview_coach.ui.words_data import sort_of


def verdict(found: Examination) -> str:
    """The outcome in one sentence."""
    if not found.sound:
        return tr_n(
            "The check found {n} thing that is not in order.",
            "The check found {n} things that are not in order.",
            len(found.findings),
        )
    rows = tr_n("{n} row", "{n} rows", found.rows)
    events = tr_n("{n} event", "{n} events", found.entries)
    return tr("Everything is in order: {rows}, {events} on the timeline.", rows=rows, events=events)


def finding(one: Finding) -> str:
    """One thing that is wrong."""
    match one.fault:
        case Fault.PAGES:
            return tr("The file itself is damaged.")
        case Fault.INDEX:
            return tr("The search index does not fit the texts.")
        case Fault.ENTRIES:
            return tr_n(
                "{n} event of the timeline is not as it should be.",
                "{n} events of the timeline are not as they should be.",
                one.count,
            )
        case Fault.REFERENCES:
            return tr_n(
                "{sort}: {n} belongs to something that is not there.",
                "{sort}: {n} belong to something that is not there.",
                one.count,
                sort=sort_of(one.table),
            )
        case Fault.ROWS:
            return tr_n(
                "{sort}: {n} holds something that no form would take.",
                "{sort}: {n} hold something that no form would take.",
                one.count,
                sort=sort_of(one.table),
            )


def next_step(found: Examination) -> str:
    """What to do about it; nothing when all is well."""
    if found.sound:
        return ""
    beyond = {Fault.PAGES, Fault.REFERENCES}
    if any(one.fault in beyond for one in found.findings):
        return tr("Restore the last good backup, or let what can be read be read into a new file.")
    if all(one.fault in {Fault.INDEX, Fault.ENTRIES} for one in found.findings):
        return tr("Your words are all there. Search and timeline can be made anew.")
    return tr("Your words are all there; open what is named and look it over.")
