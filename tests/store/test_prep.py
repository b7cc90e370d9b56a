"""Preparation: the checklist, moving items in all directions, templates and copied points."""

from __future__ import annotations

from itertools import product

import pytest

from interview_coach.domain.interview import Interviewer
from interview_coach.domain.kinds import About, Coverage, InterviewKind, Part, Section
from interview_coach.domain.prep import PrepDraft, PrepItem
from interview_coach.domain.trouble import Invalid, Trouble
from interview_coach.store import interview, interviews, prep, review, templates
from interview_coach.store.store import Store
from tests.store.drafts import a_round

POINTS = Section.TALKING_POINT
PLACES = [(s, a) for s in Section for a in (tuple(About) if s is POINTS else (None,))]


def items(store: Store, key: str) -> tuple[PrepItem, ...]:
    return store.ask(prep.checklist, key).items


def texts(store: Store, key: str, section: Section, about: About | None = None) -> list[str]:
    return [i.text for i in items(store, key) if i.section is section and i.about is about]


@pytest.fixture
def held(store: Store) -> str:
    """An interview with three items in each place of the checklist: R0, R1, R2, and so on."""
    key = store.do(interview.add_interview, a_round(), checklist=False)
    for number, (section, about) in product(range(3), PLACES):
        name = f"{section.value}:{about or ''}:{number}"
        store.do(prep.add_item, key, PrepDraft(section, name, about=about))
    store.history.forget()
    return key


def name(section: Section, about: About | None, number: int) -> str:
    return f"{section.value}:{about or ''}:{number}"


@pytest.mark.parametrize(("start", "target"), list(product(PLACES, PLACES)))
def test_an_item_can_be_moved_anywhere(
    store: Store,
    held: str,
    start: tuple[Section, About | None],
    target: tuple[Section, About | None],
) -> None:
    for number, place in product(range(3), (-1, 0, 1, 2, 3, 99)):
        moved = next(i for i in items(store, held) if i.text == name(*start, number))
        before = texts(store, held, *target)
        wanted = [t for t in before if t != moved.text]
        wanted.insert(min(max(place, 0), len(wanted)), moved.text)
        store.do(prep.move_item, moved.id, *target, place)
        assert texts(store, held, *target) == wanted
        for section in Section:
            positions = [i.position for i in items(store, held) if i.section is section]
            assert sorted(positions) == list(range(len(positions)))
        if start != target:
            left = [t for t in (name(*start, n) for n in range(3)) if t != moved.text]
            assert texts(store, held, *start) == left
        while store.can().undo:
            store.undo()
        assert texts(store, held, *target) == before


def test_moving_to_where_it_is_changes_nothing(store: Store, held: str) -> None:
    store.history.forget()
    for place, item in enumerate(i for i in items(store, held) if i.section is Section.STORY):
        store.do(prep.move_item, item.id, item.section, item.about, place)
    assert store.can().undo is None


def test_gaps_that_deleting_leaves_are_closed_by_moving(store: Store, held: str) -> None:
    first, second, third = [i for i in items(store, held) if i.section is Section.RESEARCH]
    store.do(prep.delete_item, second.id)
    assert [i.position for i in items(store, held) if i.section is Section.RESEARCH] == [0, 2]
    store.do(prep.move_item, third.id, Section.RESEARCH, None, 0)
    assert [(i.id, i.position) for i in items(store, held) if i.section is Section.RESEARCH] == [
        (third.id, 0),
        (first.id, 1),
    ]


def test_only_a_point_is_about_somebody(store: Store, held: str) -> None:
    point = next(i for i in items(store, held) if i.about is About.THEM)
    store.do(prep.move_item, point.id, Section.STORY, About.THEM, 0)
    assert texts(store, held, Section.STORY)[0] == point.text
    store.do(prep.move_item, point.id, POINTS, None, 0)
    assert texts(store, held, POINTS, About.ME)[0] == point.text


def test_an_item_is_added_at_the_end_of_its_section(store: Store, held: str) -> None:
    store.do(prep.add_item, held, PrepDraft(Section.QUESTION, "  Who decides?\n "))
    assert texts(store, held, Section.QUESTION)[-1] == "Who decides?"


@pytest.mark.parametrize(
    ("draft", "field", "code"),
    [
        (PrepDraft(Section.STORY, " \n "), "text", "missing"),
        (PrepDraft(Section.STORY, "x" * 501), "text", "too_long"),
        (PrepDraft(Section.STORY, "x", source="y" * 501), "source", "too_long"),
    ],
)
def test_what_is_wrong_with_an_item_is_named(
    store: Store, held: str, draft: PrepDraft, field: str, code: str
) -> None:
    key = items(store, held)[0].id
    for run, target in ((prep.add_item, held), (prep.edit_item, key)):
        with pytest.raises(Invalid) as refusal:
            store.do(run, target, draft)
        assert [(c.field, c.code) for c in refusal.value.complaints] == [(field, code)]


def test_editing_keeps_the_place_or_goes_to_the_end_of_another_section(
    store: Store, held: str
) -> None:
    key = next(i.id for i in items(store, held) if i.text == name(Section.STORY, None, 1))
    store.do(prep.edit_item, key, PrepDraft(Section.STORY, "Told better", "At length", "a book"))
    assert texts(store, held, Section.STORY)[1] == "Told better"
    store.do(prep.edit_item, key, PrepDraft(POINTS, "Told better", about=About.THEM))
    assert texts(store, held, POINTS, About.THEM)[-1] == "Told better"


def test_ticking_is_one_step_each(store: Store, held: str) -> None:
    first = items(store, held)[0].id
    store.do(prep.tick_item, first, done=True)
    store.do(prep.tick_item, first, done=True)
    assert items(store, held)[0].done
    store.undo()
    assert not items(store, held)[0].done


def test_a_rehearsal_counts(store: Store, held: str) -> None:
    first = items(store, held)[0].id
    store.do(prep.note_rehearsal, first)
    store.do(prep.note_rehearsal, first)
    assert items(store, held)[0].rehearsals == 2


@pytest.mark.parametrize("kind", InterviewKind)
def test_a_new_interview_has_its_kinds_checklist(store: Store, kind: InterviewKind) -> None:
    people = (Interviewer("Ada", Part.EXECUTIVE), Interviewer("Björn"))
    key = store.do(interview.add_interview, a_round(kind=kind, interviewers=people))
    wanted = templates.for_kind(kind).for_parts([Part.EXECUTIVE])
    found = items(store, key)
    assert sorted(i.text for i in found) == sorted(w.draft.text for w in wanted)
    assert not any(i.own for i in found)
    for section in Section:
        positions = [i.position for i in found if i.section is section]
        assert sorted(positions) == list(range(len(positions)))
    assert store.ask(prep.missing_from_template, key, kind) == ()


def test_what_is_missing_from_the_template_can_be_added(store: Store) -> None:
    key = store.do(interview.add_interview, a_round())
    gone = items(store, key)[:2]
    for item in gone:
        store.do(prep.delete_item, item.id)
    kind = store.ask(interviews.interview_head, key).kind
    missing = store.ask(prep.missing_from_template, key, kind)
    assert [m.draft.text for m in missing] == [g.text for g in gone]
    assert store.do(prep.apply_template, key, missing) == 2
    assert store.ask(prep.missing_from_template, key, kind) == ()
    store.undo()
    assert len(store.ask(prep.missing_from_template, key, kind)) == 2


def test_points_are_copied_from_earlier_interviews(store: Store, held: str) -> None:
    spoken = next(i for i in items(store, held) if i.section is POINTS)
    store.do(prep.tick_item, spoken.id, done=True)
    store.do(review.cover_item, held, spoken.id, Coverage.LANDED)
    later = store.do(interview.add_interview, a_round(company="Beta"), checklist=False)
    earlier = store.ask(prep.earlier_points, later)
    assert {e.section for e in earlier} == {POINTS, Section.STORY, Section.QUESTION}
    assert {e.company for e in earlier} == {"Acme"}
    assert [e.id for e in earlier if e.landed] == [spoken.id]
    assert store.ask(prep.earlier_points, held) == ()
    story = next(e.id for e in earlier if e.section is Section.STORY)
    assert store.do(prep.copy_points, later, [spoken.id, story]) == 2
    (copy,) = [i for i in items(store, later) if i.section is POINTS]
    assert (copy.text, copy.about, copy.done, copy.rehearsals, copy.own) == (
        spoken.text, spoken.about, False, 0, True,
    )  # fmt: skip
    assert copy.id != spoken.id


def test_what_is_gone_cannot_be_written_to(store: Store, held: str) -> None:
    first = items(store, held)[0].id
    store.do(interview.delete_interview, held)
    for run in (
        lambda: store.do(prep.tick_item, first, done=True),
        lambda: store.do(prep.add_item, held, PrepDraft(Section.STORY, "x")),
        lambda: store.do(prep.copy_points, held, [first]),
        lambda: store.do(prep.delete_item, "nobody"),
    ):
        with pytest.raises(Trouble) as trouble:
            run()
        assert trouble.value.code == "missing"
