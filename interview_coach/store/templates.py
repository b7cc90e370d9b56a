"""The built-in templates: read from resources, never written."""

from __future__ import annotations

import json
from functools import cache

from interview_coach.domain.kinds import About, InterviewKind, Part, Section
from interview_coach.domain.prep import PrepDraft, Template, TemplateItem
from interview_coach.shipped import folder


@cache
def for_kind(kind: InterviewKind) -> Template:
    """The template of a kind of interview."""
    path = folder("templates") / f"{kind.value}.json"
    data = json.loads(path.read_text(encoding="utf-8"))
    items = tuple(
        TemplateItem(
            key=item["key"],
            draft=PrepDraft(
                section=Section(item["section"]),
                text=item["text"],
                details=item["details"],
                about=About(item["about"]) if item["about"] else None,
                minutes=item["minutes"],
                weight=item["weight"],
            ),
            parts=frozenset(Part(part) for part in item["parts"]),
        )
        for item in data["items"]
    )
    return Template(InterviewKind(data["kind"]), data["name"], items)


@cache
def _wordings() -> dict[str, str]:
    return {item.key: item.draft.text for kind in InterviewKind for item in for_kind(kind).items}


def wording(key: str) -> str:
    """A template's line by its key, or nothing where no template knows it."""
    return _wordings().get(key, "")
