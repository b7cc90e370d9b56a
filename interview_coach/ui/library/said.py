"""Owns what the library's cards and notes say: counts before anything else, in plain words."""

from __future__ import annotations

from datetime import date

from interview_coach.domain.kinds import LibraryKind
from interview_coach.domain.library import SECTION_OF, LibraryItem, LibraryLine, Told, Use
from interview_coach.domain.story import StoryPart
from interview_coach.ui import dates, words
from interview_coach.ui.library.cards import CardText
from interview_coach.ui.text import tr, tr_n

SPOKEN_BELOW = 0.25


def minutes_text(minutes: float) -> str:
    """How long a story is when it is told: about 2 min."""
    if minutes <= 0:
        return ""
    if minutes < SPOKEN_BELOW:
        return tr("a few seconds spoken")
    whole = round(minutes * 2) / 2
    if whole < 1:
        return tr("about half a minute spoken")
    shown = f"{whole:g}".replace(".", tr("."))
    return tr("about {n} min spoken", n=shown)


def told_chip(kind: LibraryKind, told: Told) -> str:
    """How often it did what: said 5, landed 3."""
    if kind is LibraryKind.QUESTION:
        return tr_n("asked {n} time", "asked {n} times", told.asked) if told.asked else ""
    if told.landed:
        return tr("landed {landed} of {said}", landed=told.landed, said=told.said)
    if told.said:
        return tr_n("said {n} time", "said {n} times", told.said)
    return tr_n("planned {n} time", "planned {n} times", told.planned) if told.planned else ""


def card_of(line: LibraryLine, today: date) -> CardText:
    """One thing as a card."""
    parts = []
    if line.kind is LibraryKind.STORY:
        parts.append(minutes_text(line.minutes))
        if line.missing:
            missing = ", ".join(words.word(part) for part in line.missing)
            parts.append(tr("still without {parts}", parts=missing))
        if line.heavy:
            parts.append(tr("long situation"))
    elif line.about is not None:
        parts.append(words.word(line.about))
    elif line.kind in {LibraryKind.RESEARCH, LibraryKind.LOGISTICS}:
        parts.append(words.word(line.kind))
    if line.told.rating is not None:
        parts.append(tr("my answers {mean} of 5", mean=f"{line.told.rating:.1f}"))
    if line.told.last is not None:
        day = dates.day_text(line.told.last.date(), today)
        parts.append(tr("last {day}", day=day))
    if line.tags:
        parts.append(", ".join(line.tags))
    if not any(parts) and line.line:
        parts.append(line.line)
    tone = "good" if line.told.landed else "neutral"
    text = " · ".join(part for part in parts if part)
    return CardText(
        line.id,
        line.text,
        line=text,
        chip=told_chip(line.kind, line.told),
        tone=tone,  # type: ignore[arg-type]
    )


def summary(item: LibraryItem, today: date) -> str:
    """How something did, in a sentence or two."""
    told = item.told
    if item.draft.kind is LibraryKind.QUESTION:
        if not told.asked:
            return tr("No review names it yet.")
        text = tr_n("Asked in {n} review.", "Asked in {n} reviews.", told.asked)
        if told.rating is not None:
            mean = f"{told.rating:.1f}"
            text = tr("{sentence} My answers: {mean} of 5.", sentence=text, mean=mean)
        return text
    if not told.planned and not told.said:
        if item.draft.kind in SECTION_OF:
            return tr("Not used yet. Take it into a preparation from its Add menu.")
        return tr("Not used yet.")
    text = tr_n("Planned for {n} interview", "Planned for {n} interviews", told.planned)
    text = tr(
        "{planned}, said in {said}, landed in {landed}.",
        planned=text,
        said=told.said,
        landed=told.landed,
    )
    if told.last is not None:
        day = dates.day_text(told.last.date(), today)
        text = tr("{sentence} Last used {day}.", sentence=text, day=day)
    return text


def use_text(use: Use, today: date) -> str:
    """Where something was used: Halden Bank · panel, 21 Nov."""
    return tr(
        "{company} · {kind}, {day}",
        company=use.company,
        kind=words.kind_word(use.kind),
        day=dates.day_text(use.start.date(), today),
    )


def use_note(use: Use) -> str:
    """What became of it there."""
    if use.asked:
        parts = [tr("told as an answer") if use.story else tr("asked")]
        if use.rating is not None:
            parts.append(tr("{n} of 5", n=use.rating))
        return ", ".join(parts)
    if use.coverage is not None:
        return words.word(use.coverage)
    return tr("Planned")


def hint(item: LibraryItem) -> str:
    """A gentle hint about a story, or nothing."""
    if item.draft.kind is not LibraryKind.STORY:
        return ""
    if item.heavy:
        return tr(
            "The situation takes longer to tell than what you did and what came of it. "
            "Two sentences of situation are often enough."
        )
    told = [part for part in StoryPart if part not in item.missing]
    if item.missing and told:
        missing = ", ".join(words.word(part) for part in item.missing)
        return tr("Still without: {parts}.", parts=missing)
    return ""
