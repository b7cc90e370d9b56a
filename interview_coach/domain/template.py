"""Templates of one's own: what is sound, and what of one a checklist does not hold yet."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from interview_coach.domain.kinds import InterviewKind, Part
from interview_coach.domain.likeness import resembling
from interview_coach.domain.prep import Template, TemplateItem, check_item
from interview_coach.domain.text import check_line, clean_line
from interview_coach.domain.trouble import Complaint

MOST_ITEMS = 300


@dataclass(frozen=True, slots=True)
class TemplateDraft:
    """A template, as typed or read from a file."""

    name: str
    kind: InterviewKind
    items: tuple[TemplateItem, ...] = ()

    def cleaned(self) -> TemplateDraft:
        """The same draft with cleaned texts."""
        items = tuple(replace(item, draft=item.draft.cleaned()) for item in self.items)
        return replace(self, name=clean_line(self.name), items=items)


def check_template(draft: TemplateDraft) -> list[Complaint]:
    """What is wrong with a cleaned template; empty when it is sound."""
    found = check_line("name", draft.name, needed=True)
    if len(draft.items) > MOST_ITEMS:
        found.append(Complaint("items", "too_many", {"limit": MOST_ITEMS}))
    for item in draft.items:
        found += check_item(item.draft)
    return found


def copy_of(template: Template, name: str) -> TemplateDraft:
    """A draft with the lines of a template, under another name."""
    return TemplateDraft(name, template.kind, template.items)


def parts_text(parts: Iterable[Part]) -> str:
    """Whom a line is for, as it is kept: in the order of the vocabulary, parted by commas."""
    wanted = frozenset(parts)
    return ",".join(part.value for part in Part if part in wanted)


def parts_of(text: str) -> frozenset[Part]:
    """Whom a line is for, from how that is kept; what is no part is passed over."""
    known = {part.value: part for part in Part}
    return frozenset(known[name] for name in text.split(",") if name in known)


def not_there_yet(
    items: Sequence[TemplateItem], keys: Collection[str], texts: Sequence[str]
) -> tuple[TemplateItem, ...]:
    """The lines that a checklist does not hold: neither by their key, nor in likely the same words.

    Two lines of the template that say the same are one. What stands on the checklist is never
    changed by this.

    cases: the same key -> left out, however it is worded there; "Why us?" where "Why us" stands ->
    left out; a line alike in one word only -> in.
    """
    there = list(texts)
    missing: list[TemplateItem] = []
    for item in items:
        if item.key and item.key in keys:
            continue
        if resembling(item.draft.text, there) is None:
            missing.append(item)
            there.append(item.draft.text)
    return tuple(missing)
