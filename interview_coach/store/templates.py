"""Templates, read: the built-in ones from resources, one's own from the store."""

from __future__ import annotations

import json
from collections import defaultdict
from functools import cache

from interview_coach.domain.kinds import About, InterviewKind, Part, Section
from interview_coach.domain.prep import PrepDraft, Template, TemplateItem
from interview_coach.domain.template import parts_of
from interview_coach.domain.trouble import Trouble
from interview_coach.shipped import folder
from interview_coach.store.deeds import Reader, question

_ITEMS = (
    "SELECT i.template_id, i.template_key, i.section, i.text, i.details, i.about, i.minutes, i.weight, "
    "i.parts, i.id FROM template_item i JOIN template t ON t.id = i.template_id "
    "WHERE i.trashed_at IS NULL AND t.trashed_at IS NULL{where} "
    "ORDER BY i.template_id, i.position, i.id"
)


@cache
def for_kind(kind: InterviewKind) -> Template:
    """The built-in template of a kind of interview."""
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
    """A built-in template's line by its key, or nothing where no template knows it."""
    return _wordings().get(key, "")


@question
def own_templates(r: Reader) -> tuple[Template, ...]:
    """The person's own templates with their lines, by name."""
    items = _items(r)
    rows = r.raw.execute(
        "SELECT id, name, kind, usual FROM template WHERE trashed_at IS NULL ORDER BY name, id"
    ).fetchall()
    return tuple(
        Template(InterviewKind(kind), name, tuple(items.get(key, ())), key, bool(usual))
        for key, name, kind, usual in rows
    )


@question
def template(r: Reader, key: str) -> Template:
    """One of the person's own templates. Raises `Trouble("missing")`."""
    row = r.raw.execute(
        "SELECT name, kind, usual FROM template WHERE id = ? AND trashed_at IS NULL", (key,)
    ).fetchone()
    if row is None:
        raise Trouble("missing")
    name, kind, usual = row
    items = tuple(_items(r, key).get(key, ()))
    return Template(InterviewKind(kind), name, items, key, bool(usual))


@question
def usual(r: Reader, kind: InterviewKind) -> Template:
    """The template that new interviews of a kind begin with: one's own usual one, else the built-in."""
    row = r.raw.execute(
        "SELECT id FROM template WHERE kind = ? AND usual AND trashed_at IS NULL "
        "ORDER BY changed_at DESC, id LIMIT 1",
        (kind.value,),
    ).fetchone()
    return template(r, row[0]) if row else for_kind(kind)


def _items(r: Reader, key: str = "") -> dict[str, list[TemplateItem]]:
    where = " AND t.id = ?" if key else ""
    found: defaultdict[str, list[TemplateItem]] = defaultdict(list)
    for row in r.raw.execute(_ITEMS.format(where=where), [key] if key else []):
        owner, builtin, section, text, details, about, minutes, weight, parts, item = row
        whom = About(about) if about else None
        draft = PrepDraft(Section(section), text, details, "", whom, minutes, weight)
        found[owner].append(TemplateItem(builtin, draft, parts_of(parts), item))
    order = {section: place for place, section in enumerate(Section)}
    for items in found.values():
        # As on a checklist: by section, and of the points those about them first.
        items.sort(key=lambda i: (order[i.draft.section], i.draft.about is About.ME))
    return found
