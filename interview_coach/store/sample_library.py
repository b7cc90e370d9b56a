"""The library of the sample: told stories, points and questions, linked to where the sample used them."""

from __future__ import annotations

import json
from typing import Any

from interview_coach.domain.kinds import About, InterviewKind, LibraryKind, Part, Section
from interview_coach.domain.library import KIND_OF, LibraryDraft
from interview_coach.domain.people import PersonDraft
from interview_coach.domain.prep import PrepDraft, TemplateItem
from interview_coach.domain.search import index_text
from interview_coach.domain.template import TemplateDraft
from interview_coach.shipped import folder
from interview_coach.store import library, person, template
from interview_coach.store.deeds import Writer
from interview_coach.store.tables import Asked, PrepItem

Data = dict[str, Any]


def fill_library(w: Writer) -> None:
    """Add the sample's library and templates, once its interviews are there."""
    text = (folder("sample") / "library.json").read_text(encoding="utf-8")
    data: Data = json.loads(text)
    planned: dict[tuple[LibraryKind, str], list[PrepItem]] = {}
    for item in w.all(PrepItem):
        planned.setdefault((KIND_OF[item.section], index_text(item.text)), []).append(item)
    asked: dict[str, list[Asked]] = {}
    for question in w.all(Asked):
        asked.setdefault(index_text(question.text), []).append(question)
    stories: dict[str, str] = {}
    for one in reversed(data["items"]):
        kind = LibraryKind(one["kind"])
        about = About(one["about"]) if one["about"] else None
        parts = ("situation", "task", "action", "result", "details", "skills", "tags")
        draft = LibraryDraft(kind, one["text"], about, **{part: one[part] for part in parts})
        key = library.add_library_item(w, draft)
        stories[one["text"]] = key
        for item in planned.get((kind, index_text(one["text"])), ()):
            w.change(item, library_id=key)
        for wording in one.get("asked", ()):
            for question in asked.get(index_text(wording), ()):
                w.change(question, question_id=key)
    for story, wording in data["told"]:
        for question in asked.get(index_text(wording), ()):
            w.change(question, story_id=stories[story])
    for one in data["people"]:
        person.add_person(w, PersonDraft(**one))
    for one in data["templates"]:
        template.add_template(w, _template(one))


def _template(one: Data) -> TemplateDraft:
    items = tuple(
        TemplateItem(
            "",
            PrepDraft(Section(section), text, details, about=About(about) if about else None),
            frozenset(Part(part) for part in parts),
        )
        for section, about, text, details, parts in one["items"]
    )
    return TemplateDraft(one["name"], InterviewKind(one["kind"]), items)
