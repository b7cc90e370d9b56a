"""What stands beside the checklist: requirements, lessons carried, the review to come."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from interview_coach.domain.changes import Place
from interview_coach.domain.kinds import LessonState, Strength
from interview_coach.store import interviews, lessons, opportunity, prep
from interview_coach.ui.desk import Desk
from interview_coach.ui.prep.requirement import RequirementRow
from interview_coach.ui.widgets import Label
from tests.stores import Clock
from tests.ui.prep.conftest import Bench

_LEFT = Qt.MouseButton.LeftButton


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def said(widget: QWidget) -> list[str]:
    return [x.text() for x in widget.findChildren(Label) if x.isVisible()]


def requirement(bench: Bench, text: str) -> RequirementRow:
    rows = bench.panel.requirements.rows
    return next(r for r in rows if r.requirement.text.startswith(text))


def entries(widget: QWidget) -> dict[str, Callable[[], None]]:
    menu = next(m for m in widget.findChildren(QMenu) if m.isVisible())
    found = {a.text(): a.trigger for a in menu.actions() if a.text()}
    menu.close()
    return found


def test_requirements_say_what_answers_them(bench: Bench) -> None:
    rows = bench.panel.requirements.rows
    assert len(rows) == 4
    assert "3 of 4" in said(bench.panel.requirements)
    kafka = requirement(bench, "Streaming")
    assert kafka.accessibleDescription() == "No evidence yet. Gap"


def test_a_requirement_is_edited_in_place(qtbot: QtBot, bench: Bench) -> None:
    row = requirement(bench, "Streaming")
    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_F2)
    qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    qtbot.keyClicks(focused(), "A test cluster, three evenings")
    qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    qtbot.keyClick(focused(), Qt.Key.Key_Left)  # from gap to some
    qtbot.keyClick(focused(), Qt.Key.Key_Escape)
    assert requirement(bench, "Streaming").requirement.evidence == ""
    assert focused() is row
    qtbot.keyClick(row, Qt.Key.Key_Return)
    qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    qtbot.keyClicks(focused(), "A test cluster")
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    one = requirement(bench, "Streaming").requirement
    assert (one.evidence, one.strength) == ("A test cluster", Strength.GAP)
    assert focused() is row


def test_a_requirement_is_weighed_from_its_chip(qtbot: QtBot, bench: Bench) -> None:
    row = requirement(bench, "Streaming")
    qtbot.mouseClick(row, _LEFT, pos=QPoint(row.width() - 12, 14))
    entries(row)["Some"]()
    assert [row.requirement.strength] == [Strength.SOME]
    assert "4 of 4" in said(bench.panel.requirements)
    bench.desk.undo()
    assert [row.requirement.strength] == [Strength.GAP]


def test_delete_takes_a_requirement_and_undo_brings_it_back(qtbot: QtBot, bench: Bench) -> None:
    row = requirement(bench, "Streaming")
    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_Delete)
    assert [r.requirement.text for r in bench.panel.requirements.rows] == [
        "Python and SQL, 5 years",
        "Owning on-call",
        "Working with analysts",
    ]
    assert focused() is requirement(bench, "Owning")
    bench.desk.undo()
    assert bench.panel.requirements.rows[1].requirement.text == "Streaming at scale (Kafka)"


def test_without_requirements_a_quiet_line_adds_one(qtbot: QtBot, own: Bench) -> None:
    card = own.panel.requirements
    assert "What does the posting ask for? Put your evidence beside it." in said(card)
    card.add_one()
    line = focused()
    assert isinstance(line, QLineEdit)
    assert line.accessibleName() == "What they ask for"
    qtbot.keyClicks(line, "Python")
    own.desk.scribble_all()
    assert own.desk.store.scribbled("requirement:") != {}
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert [r.requirement.text for r in card.rows] == ["Python"]
    assert own.desk.store.scribbled("requirement:") == {}
    card.add_one()
    qtbot.keyClicks(focused(), "SQL")
    own.focus("first")
    qtbot.waitUntil(lambda: [r.requirement.text for r in card.rows] == ["Python", "SQL"])


def test_a_requirement_without_words_is_named_beside_its_field(qtbot: QtBot, own: Bench) -> None:
    own.panel.requirements.add_one()
    qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    qtbot.keyClicks(focused(), "evidence for nothing")
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    assert "Please fill this in." in said(own.panel.requirements)
    assert own.panel.requirements.rows == []


def test_a_lesson_is_ticked_and_stays_where_it_was(qtbot: QtBot, bench: Bench) -> None:
    rows = bench.panel.carried.rows
    assert len(rows) == 5
    first = rows[0]
    qtbot.mouseClick(first.tick, _LEFT)
    after = bench.panel.carried.rows
    assert after[0] is first
    assert (first.checked, first.lesson.state) == (True, LessonState.DONE)
    bench.desk.undo()
    assert (first.checked, first.lesson.state) == (False, LessonState.OPEN)
    assert bench.panel.carried.rows[:5] == rows


def test_a_lesson_is_let_go_and_opened_again(bench: Bench) -> None:
    row = bench.panel.carried.rows[1]
    row.more.click()
    entries(row)["Let go"]()
    assert row.lesson.state == "let_go"
    assert any(
        text.endswith("Let go, came up 2 times, done 1 · Brightwater, 31 Oct") for text in said(row)
    )
    row.more.click()
    entries(row)["Open again"]()
    assert row.lesson.state == "open"


def test_a_key_says_where_a_lesson_stands(qtbot: QtBot, bench: Bench) -> None:
    row = bench.panel.carried.rows[0]
    row.tick.setFocus()
    for key, state in (("w", "working"), ("y", "not_yet"), ("l", "let_go"), ("o", "open")):
        qtbot.keyClicks(row.tick if row.tick.isEnabled() else row, key)
        assert row.lesson.state == state
    bench.desk.undo()
    assert row.lesson.state == "let_go"
    assert bench.panel.carried.rows[0] is row


def test_a_lesson_says_how_often_it_was_tried(bench: Bench) -> None:
    row = next(x for x in bench.panel.carried.rows if x.lesson.text.startswith("Prepare one"))
    below = [text for text in said(row) if "Brightwater" in text]
    assert below[0].endswith("\nNot yet, came up 2 times, done 1 · Brightwater, 31 Oct")
    bench.desk.do(lessons.close_lesson, row.lesson.id, LessonState.OPEN, bench.key)
    below = [text for text in said(row) if "Brightwater" in text]
    assert below[0].endswith("\nCame up 2 times, done 1 · Brightwater, 31 Oct")


def test_a_phrased_lesson_shows_its_plan(bench: Bench) -> None:
    texts = [text for row in bench.panel.carried.rows for text in said(row)]
    plan = "If they ask about testing, then I tell of the contract test that caught the currency"
    assert any(text.startswith(plan) for text in texts)


def test_all_lessons_are_one_click_away(bench: Bench) -> None:
    wanted: list[Place] = []
    bench.navigator.wanted.connect(wanted.append)
    bench.panel.carried.every.click()
    assert wanted == [Place("library", "lessons")]


def test_without_lessons_there_is_no_card(own: Bench) -> None:
    assert own.panel.carried.isHidden()


def test_the_review_says_when_it_opens(bench: Bench, clock: Clock) -> None:
    wanted: list[Place] = []
    bench.navigator.wanted.connect(wanted.append)
    card = bench.panel.review
    opens = "Opens Tuesday 14:45, when the interview ends, with your talking points ready to tick."
    assert opens in said(card)
    card.button.click()
    assert (wanted[0].kind, wanted[0].id, wanted[0].step) == ("interview", bench.key, "review")
    clock.forward(days=1, hours=16)
    bench.panel.tick()
    assert "Opens 14:45, when the interview ends, with your talking points ready to tick." in said(
        card
    )
    clock.forward(hours=2)
    bench.panel.tick()
    assert card.button.text() == "Start the review"


def test_changes_elsewhere_show_at_once(bench: Bench) -> None:
    head = bench.desk.ask(interviews.interview_head, bench.key)
    bench.desk.do(opportunity.add_requirement, head.opportunity_id, "A fifth thing")
    assert len(bench.panel.requirements.rows) == 5
    assert len(bench.desk.ask(prep.checklist, bench.key).requirements) == 5


def test_another_desk_recovers_a_half_typed_requirement(
    qtbot: QtBot, own: Bench, open_panel: Callable[[Desk, str], Bench]
) -> None:
    head = own.desk.ask(interviews.interview_head, own.key)
    own.panel.hide()
    own.desk.store.scribble(f"requirement:{head.opportunity_id}:", '["Half a th", "", "some"]')
    after = open_panel(own.desk, own.key)
    assert "From before the program stopped. Not saved yet." in said(after.panel.requirements)
    lines = [x for x in after.panel.requirements.findChildren(QLineEdit) if x.isVisible()]
    assert lines[0].text() == "Half a th"
