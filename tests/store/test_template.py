"""Templates of one's own: adopted from a built-in, edited, used by new interviews, applied by merging."""

from __future__ import annotations

import pytest

from interview_coach.domain.interview import Interviewer
from interview_coach.domain.kinds import InterviewKind, Part, Section
from interview_coach.domain.prep import PrepDraft, TemplateItem
from interview_coach.domain.template import TemplateDraft
from interview_coach.domain.trouble import Invalid, Trouble
from interview_coach.store import interview, prep, template, templates, trash
from interview_coach.store.store import Store
from tests.store.drafts import a_round

KIND = InterviewKind.PHONE_SCREEN


def texts(store: Store, at: str) -> set[str]:
    return {item.text for item in store.ask(prep.checklist, at).items}


def test_a_built_in_is_edited_as_a_copy_and_comes_back_when_that_goes(store: Store) -> None:
    builtin = templates.for_kind(KIND)
    key = store.do(template.adopt_template, KIND)
    own = store.ask(templates.template, key)
    assert own.usual
    assert sorted(i.draft.text for i in own.items) == sorted(i.draft.text for i in builtin.items)
    store.do(template.delete_template_item, own.items[0].id)
    store.do(template.add_template_item, key, PrepDraft(Section.RESEARCH, "Something of mine"))
    at = store.do(interview.add_interview, a_round(kind=KIND))
    assert "Something of mine" in texts(store, at)
    assert own.items[0].draft.text not in texts(store, at)
    store.do(template.delete_template, key)
    assert store.ask(templates.usual, KIND) == builtin
    assert templates.for_kind(KIND) == builtin


def test_there_is_one_usual_template_of_a_kind(store: Store) -> None:
    one, other = (store.do(template.adopt_template, KIND) for _ in range(2))
    assert store.ask(templates.usual, KIND).id == other
    store.do(template.set_usual_template, one, usual=True)
    assert store.ask(templates.usual, KIND).id == one
    assert [t.usual for t in store.ask(templates.own_templates)].count(True) == 1
    store.do(template.set_usual_template, one, usual=False)
    assert store.ask(templates.usual, KIND).id == ""


def test_a_line_is_of_the_built_in_until_it_is_reworded(store: Store) -> None:
    key = store.do(template.adopt_template, KIND)
    line = store.ask(templates.template, key).items[0]
    assert line.key
    store.do(template.edit_template_item, line.id, line.draft, [Part.PEER])
    (same,) = (x for x in store.ask(templates.template, key).items if x.id == line.id)
    assert (same.key, same.parts) == (line.key, frozenset({Part.PEER}))
    mine = PrepDraft(line.draft.section, "In my own words", about=line.draft.about)
    store.do(template.edit_template_item, line.id, mine)
    (own,) = (x for x in store.ask(templates.template, key).items if x.id == line.id)
    assert (own.key, own.parts) == ("", frozenset())
    at = store.do(interview.add_interview, a_round(kind=KIND))
    (item,) = (x for x in store.ask(prep.checklist, at).items if x.text == "In my own words")
    assert item.own


@pytest.mark.parametrize("part", list(Part))
def test_an_edited_template_looks_at_who_sits_opposite(store: Store, part: Part) -> None:
    key = store.do(template.add_template, TemplateDraft("Mine", KIND))
    for each in Part:
        draft = PrepDraft(Section.QUESTION, f"Only for the {each.value}")
        store.do(template.add_template_item, key, draft, [each])
    store.do(template.add_template_item, key, PrepDraft(Section.LOGISTICS, "For anybody"))
    store.do(template.set_usual_template, key, usual=True)
    people = (Interviewer("Ada", part),)
    at = store.do(interview.add_interview, a_round(kind=KIND, interviewers=people))
    assert texts(store, at) == {f"Only for the {part.value}", "For anybody"}


def test_applying_a_template_adds_only_what_is_not_there_in_other_words(store: Store) -> None:
    at = store.do(interview.add_interview, a_round(), checklist=False)
    there = PrepDraft(Section.QUESTION, "Who decides, and when?")
    store.do(prep.add_item, at, there)
    lines = ("who decides and when", "What would you change first?", "What would you change first")
    items = tuple(TemplateItem("", PrepDraft(Section.QUESTION, text)) for text in lines)
    key = store.do(template.add_template, TemplateDraft("Mine", KIND, items))
    missing = store.ask(prep.missing_from_template, at, KIND, key)
    assert [item.draft.text for item in missing] == ["What would you change first?"]
    store.do(prep.apply_template, at, missing)
    assert texts(store, at) == {"Who decides, and when?", "What would you change first?"}
    assert store.ask(prep.missing_from_template, at, KIND, key) == ()


def test_lines_move_within_their_section(store: Store) -> None:
    items = tuple(TemplateItem("", PrepDraft(Section.STORY, text)) for text in ("a", "b", "c"))
    key = store.do(template.add_template, TemplateDraft("Mine", KIND, items))

    def order() -> list[str]:
        return [item.draft.text for item in store.ask(templates.template, key).items]

    last = store.ask(templates.template, key).items[2].id
    store.do(template.move_template_item, last, 0)
    assert order() == ["c", "a", "b"]
    store.do(template.move_template_item, last, 9)
    assert order() == ["a", "b", "c"]


def test_bad_templates_are_refused_and_deleted_ones_come_back(store: Store) -> None:
    with pytest.raises(Invalid):
        store.do(template.add_template, TemplateDraft(" ", KIND))
    empty = (TemplateItem("", PrepDraft(Section.STORY, "")),)
    with pytest.raises(Invalid):
        store.do(template.add_template, TemplateDraft("Mine", KIND, empty))
    items = (TemplateItem("", PrepDraft(Section.STORY, "One")),)
    key = store.do(template.add_template, TemplateDraft("Mine", KIND, items))
    store.do(template.rename_template, key, "Yours")
    store.do(template.delete_template, key)
    with pytest.raises(Trouble):
        store.ask(templates.template, key)
    (batch,) = store.ask(trash.trash_batches)
    assert (batch.thing.title, batch.with_it) == ("Yours", (("template_item", 1),))
    store.do(trash.restore_batch, batch.id)
    assert len(store.ask(templates.template, key).items) == 1
