"""A point is kept, used again and ticked, and its counts follow; a CV becomes stories; a template is made one's own."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from interview_coach.domain.interview import InterviewDraft
from interview_coach.domain.kinds import Coverage, InterviewKind, LibraryKind, Section
from interview_coach.domain.library import LibraryDraft, LibraryFilters
from interview_coach.domain.prep import PrepDraft
from interview_coach.store import interview, libraries, library, prep, review, template, templates
from interview_coach.ui.library.page import LibraryPage
from interview_coach.ui.library.resume_dialog import ResumeDialog
from tests.journeys.person import CTRL, Key, Person

KIND = InterviewKind.PHONE_SCREEN


def round_at(person: Person, company: str, day: int) -> str:
    start = datetime(2026, 11, day, 10)
    draft = InterviewDraft(company, "Engineer", start, "Europe/Berlin", KIND)
    return person.desk.do(interview.add_interview, draft, checklist=False)


def page_of(person: Person) -> LibraryPage:
    page = person.window.findChild(LibraryPage)
    assert page is not None
    return page


def test_a_kept_story_is_used_again_and_its_counts_follow(person: Person) -> None:
    person.start()
    first, second = round_at(person, "Northwind", 10), round_at(person, "Halden", 12)
    line = person.desk.do(prep.add_item, first, PrepDraft(Section.STORY, "The outage"))
    key = person.desk.do(library.keep_prep_item, line)
    person.desk.do(library.take_from_library, second, [key])
    for at, coverage in ((first, Coverage.SAID), (second, Coverage.LANDED)):
        item = person.desk.ask(prep.checklist, at).items[0]
        person.desk.do(review.cover_item, at, item.id, coverage)
    person.press(Key.Key_4, CTRL)
    person.wait_to_see("Where it was used")
    assert person.sees("Planned for 2 interviews, said in 2, landed in 1. Last used Thu 12 Nov.")
    assert page_of(person).list.card(key).card.chip == "landed 1 of 2"
    person.close()
    person.start()
    assert person.window.here.kind == "library"
    assert page_of(person).list.keys == [key]


def test_a_cv_becomes_stories(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "cv.json"
    cv = {"work": [{"name": "Acme", "highlights": ["Cut the load time", "Led a team"]}]}
    path.write_text(json.dumps(cv), encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    person.start()
    person.desk.do(library.add_library_item, LibraryDraft(LibraryKind.STORY, "One"))
    person.press(Key.Key_4, CTRL)
    person.click("Bring in a CV")
    person.wait_to_see("Stories from your CV")
    (dialog,) = person.window.findChildren(ResumeDialog)
    dialog.keep.click()
    assert person.desk.ask(libraries.library, LibraryFilters()).total == 3
    person.desk.undo()
    assert person.desk.ask(libraries.library, LibraryFilters()).total == 1


def test_an_edited_template_is_what_the_next_interview_begins_with(person: Person) -> None:
    person.start()
    round_at(person, "Northwind", 10)
    person.press(Key.Key_4, CTRL)
    page = page_of(person)
    page.show_shelf("templates")
    page.list.choose(f"builtin:{KIND.value}")
    page.panes.template.buttons["edit"].click()
    (own,) = person.desk.ask(templates.own_templates)
    mine = PrepDraft(Section.STORY, "The one I always forget")
    person.desk.do(template.add_template_item, own.id, mine)
    person.wait_to_see("The one I always forget")
    start = datetime(2026, 12, 1, 10)
    draft = InterviewDraft("Quillon", "Engineer", start, "Europe/Berlin", KIND)
    made = person.desk.do(interview.add_interview, draft)
    texts = {item.text for item in person.desk.ask(prep.checklist, made).items}
    assert "The one I always forget" in texts
