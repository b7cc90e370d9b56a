"""Templates of one's own, written: made, edited line by line, made the usual one, deleted."""

from __future__ import annotations

from collections.abc import Iterable

from interview_coach.domain.kinds import InterviewKind, Part
from interview_coach.domain.prep import PrepDraft, check_item
from interview_coach.domain.template import TemplateDraft, check_template, copy_of, parts_text
from interview_coach.domain.text import check_line, clean_line
from interview_coach.domain.trouble import require
from interview_coach.store import templates
from interview_coach.store.deeds import Writer, deed
from interview_coach.store.tables import Template, TemplateItem


def _shown(w: Writer, row: Template) -> None:
    w.label(name=row.name)
    w.at("library", row.id)


def _add(w: Writer, draft: TemplateDraft, *, usual: bool = False) -> Template:
    draft = draft.cleaned()
    require(check_template(draft))
    row = w.add(Template, name=draft.name, kind=draft.kind, usual=usual)
    w.add_all(
        TemplateItem,
        [
            {
                "template_id": row.id,
                **_values(item.draft, item.parts),
                # Its own words are nobody's else: then it is no line of a built-in any more.
                "template_key": item.key if templates.wording(item.key) == item.draft.text else "",
                "position": position,
            }
            for position, item in enumerate(draft.items)
        ],
    )
    _shown(w, row)
    return row


def _values(draft: PrepDraft, parts: Iterable[Part]) -> dict[str, object]:
    return {
        "section": draft.section,
        "about": draft.about,
        "text": draft.text,
        "details": draft.details,
        "minutes": draft.minutes,
        "weight": draft.weight,
        "parts": parts_text(parts),
    }


@deed("add_template")
def add_template(w: Writer, draft: TemplateDraft) -> str:
    """A new template: empty, a copy of another, or read from a file; gives its key."""
    return _add(w, draft).id


@deed("adopt_template")
def adopt_template(w: Writer, kind: InterviewKind) -> str:
    """Make a copy of the built-in template that can be edited and is used in its place; its key.

    The built-in one stays as it is, and is used again when the copy is deleted.
    """
    builtin = templates.for_kind(kind)
    _no_usual(w, kind)
    return _add(w, copy_of(builtin, builtin.name), usual=True).id


def _no_usual(w: Writer, kind: InterviewKind, but: str = "") -> None:
    for row in w.all(Template, kind=kind, usual=True):
        w.change(row, usual=row.id == but)


@deed("rename_template")
def rename_template(w: Writer, key: str, name: str) -> None:
    """Give a template another name."""
    name = clean_line(name)
    require(check_line("name", name, needed=True))
    row = w.get(Template, key)
    w.change(row, name=name)
    _shown(w, row)


@deed("set_usual_template")
def set_usual_template(w: Writer, key: str, *, usual: bool) -> None:
    """Let new interviews of its kind begin with this template, or with the built-in one again."""
    row = w.get(Template, key)
    if usual:
        _no_usual(w, row.kind, but=key)
    w.change(row, usual=usual)
    _shown(w, row)


@deed("delete_template")
def delete_template(w: Writer, key: str) -> None:
    """Put a template with its lines in the trash; checklists made from it stay as they are."""
    row = w.get(Template, key)
    _shown(w, row)
    w.trash(row)


@deed("add_template_item")
def add_template_item(
    w: Writer, template: str, draft: PrepDraft, parts: Iterable[Part] = ()
) -> str:
    """A line at the end of a template; gives its key."""
    draft = draft.cleaned()
    require(check_item(draft))
    row = w.get(Template, template)
    position = w.next_position(TemplateItem, template_id=template)
    made = w.add(TemplateItem, template_id=template, position=position, **_values(draft, parts))
    _shown(w, row)
    return made.id


@deed("edit_template_item")
def edit_template_item(w: Writer, key: str, draft: PrepDraft, parts: Iterable[Part] = ()) -> None:
    """Change a line of a template."""
    draft = draft.cleaned()
    require(check_item(draft))
    row = w.get(TemplateItem, key)
    same = draft.text == row.text
    w.change(row, **_values(draft, parts), template_key=row.template_key if same else "")
    _shown(w, w.get(Template, row.template_id))


@deed("move_template_item")
def move_template_item(w: Writer, key: str, place: int) -> None:
    """Put a line at `place` (0 first) among those of its section."""
    row = w.get(TemplateItem, key)
    items = w.all(TemplateItem, template_id=row.template_id, order="position")
    mine = [x for x in items if x.section is row.section and x.about is row.about and x is not row]
    mine.insert(max(0, min(place, len(mine))), row)
    positions = sorted(item.position for item in mine)
    if len(set(positions)) < len(positions):
        positions = list(range(len(mine)))
    for position, item in zip(positions, mine, strict=True):
        w.change(item, position=position)
    _shown(w, w.get(Template, row.template_id))


@deed("delete_template_item")
def delete_template_item(w: Writer, key: str) -> None:
    """Put a line of a template in the trash."""
    row = w.get(TemplateItem, key)
    _shown(w, w.get(Template, row.template_id))
    w.trash(row)
