"""Adding and editing items: nothing typed is lost, and Esc takes it back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QMenu, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from interview_coach.domain.kinds import About, Section
from interview_coach.domain.text import LINE_LIMIT
from interview_coach.ui.desk import Desk
from interview_coach.ui.prep.addline import AddLine
from interview_coach.ui.prep.editor import ItemEditor
from interview_coach.ui.prep.groups import GROUPS
from interview_coach.ui.widgets import Label
from tests.ui.prep.conftest import Bench

_LEFT = Qt.MouseButton.LeftButton
_CTRL = Qt.KeyboardModifier.ControlModifier


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def editors(bench: Bench) -> list[ItemEditor]:
    found = bench.panel.items.findChildren(ItemEditor)
    return [e for e in found if not e.isHidden()]


def adders(bench: Bench) -> list[AddLine]:
    return [a for a in bench.panel.items.findChildren(AddLine) if not a.isHidden()]


def said(widget: QWidget) -> list[str]:
    return [x.text() for x in widget.findChildren(Label) if x.isVisible()]


def test_n_adds_one_after_another_until_esc(qtbot: QtBot, own: Bench) -> None:
    row = own.focus("second")
    qtbot.keyClick(row, Qt.Key.Key_N)
    line = focused()
    assert isinstance(line, QLineEdit)
    assert line.accessibleName() == "New: Research"
    qtbot.keyClicks(line, "fourth")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert focused() is line
    assert line.text() == ""
    qtbot.keyClicks(line, "fifth")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.keyClicks(line, "sixth")
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    texts = ["first", "second", "third", "fourth", "fifth", "sixth"]
    assert own.texts(Section.RESEARCH) == texts
    assert adders(own) == []
    assert focused() is own.row("sixth")
    qtbot.keyClick(focused(), Qt.Key.Key_N)
    assert "Enter adds it and goes on. Esc adds it and leaves." in said(adders(own)[0])
    qtbot.keyClick(focused(), Qt.Key.Key_Escape)
    assert own.texts(Section.RESEARCH) == texts
    assert adders(own) == []
    assert own.desk.store.scribbled() == {}


def test_leaving_the_line_keeps_what_stands_in_it(qtbot: QtBot, own: Bench) -> None:
    qtbot.keyClick(own.focus("of me"), Qt.Key.Key_N)
    qtbot.keyClicks(focused(), "half a thought")
    qtbot.mouseClick(own.row("first"), _LEFT, pos=QPoint(120, 12))
    assert own.texts(Section.TALKING_POINT, About.ME) == ["of me", "half a thought"]
    qtbot.waitUntil(lambda: adders(own) == [])
    assert focused() is own.row("first")


def test_an_undo_leaves_what_is_being_typed_alone(qtbot: QtBot, own: Bench) -> None:
    qtbot.keyClick(own.focus("first"), Qt.Key.Key_N)
    line = focused()
    assert isinstance(line, QLineEdit)
    qtbot.keyClicks(line, "slip")
    own.desk.undo()
    assert own.texts(Section.RESEARCH) == ["first", "second", "third"]
    assert line.text() == "slip"
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert own.texts(Section.RESEARCH)[-1] == "slip"


def test_the_add_menu_chooses_the_section(qtbot: QtBot, own: Bench) -> None:
    row = own.focus("first")
    qtbot.keyClick(row, Qt.Key.Key_N, _CTRL | Qt.KeyboardModifier.ShiftModifier)
    menu = next(m for m in own.panel.findChildren(QMenu) if m.isVisible())
    action = next(a for a in menu.actions() if a.text() == "Questions to ask")
    menu.setActiveAction(action)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    qtbot.keyClicks(focused(), "Who decides?")
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    assert own.texts(Section.QUESTION) == ["Who decides?"]


def test_adding_to_another_section_than_the_filter_shows_that_one(own: Bench) -> None:
    own.panel.header.chips.choices[1].click()
    own.panel.add_to(GROUPS[3])
    assert own.panel.header.chips.value is Section.STORY
    assert isinstance(focused(), QLineEdit)


def test_an_empty_section_says_what_belongs_there_and_adds(qtbot: QtBot, own: Bench) -> None:
    assert "What you want to know before you say yes." in said(own.panel.items)
    link = own.panel.items.findChild(QWidget, "")
    assert link is not None
    from interview_coach.ui.prep.head import EmptyLine

    empty = next(
        e
        for e in own.panel.items.findChildren(EmptyLine)
        if e.isVisible() and e.group.section is Section.LOGISTICS
    )
    empty.link.setFocus()
    qtbot.keyClick(empty.link, Qt.Key.Key_Space)
    qtbot.keyClicks(focused(), "charger")
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    assert own.texts(Section.LOGISTICS) == ["charger"]
    assert empty.isHidden()


def test_too_long_a_line_is_named_and_kept(qtbot: QtBot, own: Bench) -> None:
    qtbot.keyClick(own.focus("first"), Qt.Key.Key_N)
    line = focused()
    assert isinstance(line, QLineEdit)
    line.insert("x" * (LINE_LIMIT + 1))
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert own.texts(Section.RESEARCH) == ["first", "second", "third"]
    assert len(line.text()) == LINE_LIMIT + 1
    assert f"That is too long: {LINE_LIMIT} characters at most." in said(adders(own)[0])


def test_f2_edits_all_fields_and_enter_saves(qtbot: QtBot, own: Bench) -> None:
    row = own.focus("second")
    qtbot.keyClick(row, Qt.Key.Key_F2)
    text = focused()
    assert isinstance(text, QLineEdit)
    assert text.text() == "second"
    qtbot.keyClicks(text, " and more")
    qtbot.keyClick(text, Qt.Key.Key_Tab)
    details = focused()
    assert isinstance(details, QPlainTextEdit)
    qtbot.keyClicks(details, "why")
    qtbot.keyClick(details, Qt.Key.Key_Tab)
    qtbot.keyClicks(focused(), "their blog")
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    item = own.row("second").item
    assert (item.text, item.details, item.source) == ("second and more", "why", "their blog")
    assert focused() is row
    assert editors(own) == []
    own.desk.undo()
    assert own.row("second").item.text == "second"
    assert own.row("second").item.details == ""


def test_esc_restores_what_was_there(qtbot: QtBot, own: Bench) -> None:
    row = own.focus("second")
    qtbot.keyClick(row, Qt.Key.Key_Return)
    qtbot.keyClicks(focused(), " oops")
    qtbot.keyClick(focused(), Qt.Key.Key_Escape)
    assert own.row("second").item.text == "second"
    assert focused() is row
    assert own.desk.store.scribbled() == {}
    assert own.desk.can().undo is not None  # only what built the list, no empty step
    assert own.desk.can().undo.code == "add_prep_item"  # type: ignore[union-attr]


def test_esc_restores_even_what_was_kept_meanwhile(qtbot: QtBot, own: Bench) -> None:
    qtbot.keyClick(own.focus("second"), Qt.Key.Key_F2)
    qtbot.keyClicks(focused(), " oops")
    own.desk.flush()  # as when the window loses the focus
    assert own.texts(Section.RESEARCH)[1] == "second oops"
    qtbot.keyClick(focused(), Qt.Key.Key_Escape)
    assert own.texts(Section.RESEARCH)[1] == "second"


def test_a_double_click_edits_and_a_click_elsewhere_saves(qtbot: QtBot, own: Bench) -> None:
    qtbot.mouseDClick(own.row("second"), _LEFT, pos=QPoint(120, 12))
    qtbot.keyClicks(focused(), "!")
    third = own.row("third")
    qtbot.mousePress(third, _LEFT, pos=QPoint(22, 17))
    assert own.texts(Section.RESEARCH)[1] == "second!"
    # The rows stay where they are until the button is up: the click hits what it was aimed at.
    assert len(editors(own)) == 1
    qtbot.mouseRelease(third, _LEFT, pos=QPoint(22, 17))
    assert third.item.done
    qtbot.waitUntil(lambda: editors(own) == [])


def test_ctrl_z_in_a_field_is_the_fields_own(qtbot: QtBot, own: Bench) -> None:
    qtbot.keyClick(own.focus("second"), Qt.Key.Key_F2)
    text = focused()
    assert isinstance(text, QLineEdit)
    qtbot.keyClicks(text, " more")
    qtbot.keyClick(text, Qt.Key.Key_Z, _CTRL)
    assert text.text() == "second"
    assert own.texts(Section.RESEARCH) == ["first", "second", "third"]


def test_an_item_changes_its_section_in_the_editor(qtbot: QtBot, own: Bench) -> None:
    qtbot.keyClick(own.focus("second"), Qt.Key.Key_F2)
    box = editors(own)[0].findChild(QComboBox)
    assert box is not None
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert box.currentText() == "Talking points · about you"
    qtbot.keyClick(box, Qt.Key.Key_Tab)
    assert own.texts(Section.TALKING_POINT, About.ME) == ["of me", "second"]


def test_an_empty_text_is_refused_beside_its_field(qtbot: QtBot, own: Bench) -> None:
    qtbot.keyClick(own.focus("second"), Qt.Key.Key_F2)
    text = focused()
    assert isinstance(text, QLineEdit)
    text.selectAll()
    qtbot.keyClick(text, Qt.Key.Key_Delete)
    qtbot.keyClick(text, Qt.Key.Key_Return)
    assert "Please fill this in." in said(editors(own)[0])
    assert text.accessibleDescription() == "Please fill this in."
    assert own.texts(Section.RESEARCH)[1] == "second"
    qtbot.keyClicks(text, "again")
    assert "Please fill this in." not in said(editors(own)[0])
    qtbot.keyClick(text, Qt.Key.Key_Return)
    assert own.texts(Section.RESEARCH)[1] == "again"


def test_an_open_editor_survives_a_change_elsewhere(qtbot: QtBot, own: Bench) -> None:
    from interview_coach.store import prep

    qtbot.keyClick(own.focus("second"), Qt.Key.Key_F2)
    text = focused()
    assert isinstance(text, QLineEdit)
    qtbot.keyClicks(text, " more")
    own.desk.do(prep.tick_item, own.found.items[0].id, done=True)
    assert focused() is text
    assert text.text() == "second more"


def test_half_typed_lines_come_back_after_a_crash(
    qtbot: QtBot, own: Bench, open_panel: Callable[[Desk, str], Bench]
) -> None:
    qtbot.keyClick(own.focus("first"), Qt.Key.Key_F2)
    qtbot.keyClicks(focused(), " with more")
    own.desk.scribble_all()
    fields = own.desk.store.scribbled(f"prep:{own.key}:")
    qtbot.keyClick(focused(), Qt.Key.Key_Escape)
    own.panel.hide()
    # As it lies in the file after a crash.
    for field, text in fields.items():
        own.desk.store.scribble(field, text)
    own.desk.store.scribble(f"prep:{own.key}:add:question", "Who dec")
    after = open_panel(own.desk, own.key)
    editor = editors(after)[0]
    assert "From before the program stopped. Not saved yet." in said(editor)
    assert editor.findChildren(QLineEdit)[0].text() == "first with more"
    line = adders(after)[0].line
    assert line.text() == "Who dec"
    assert "From before the program stopped. Not saved yet." in said(adders(after)[0])
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert after.texts(Section.QUESTION) == ["Who dec"]


def test_deleting_what_is_being_edited_closes_the_editor(qtbot: QtBot, own: Bench) -> None:
    from interview_coach.store import prep

    qtbot.keyClick(own.focus("second"), Qt.Key.Key_F2)
    qtbot.keyClicks(focused(), " more")
    own.desk.do(prep.delete_item, editors(own)[0].item_id)
    assert editors(own) == []
    own.desk.flush()
    assert own.texts(Section.RESEARCH) == ["first", "third"]


def test_several_pasted_lines_become_items_in_one_step(qtbot: QtBot, own: Bench) -> None:
    qtbot.keyClick(own.focus("second"), Qt.Key.Key_N)
    line = focused()
    assert isinstance(line, QLineEdit)
    qtbot.keyClicks(line, "half a thought")
    lines = [f"- line {place}" for place in range(10)]
    QApplication.clipboard().setText("\n".join(lines) + "\n\n")
    qtbot.keyClick(line, Qt.Key.Key_V, _CTRL)
    added = [f"line {place}" for place in range(10)]
    assert own.texts(Section.RESEARCH) == ["first", "second", "third", *added]
    assert line.text() == "half a thought"
    assert any(text.startswith("10 items added") for text in said(adders(own)[0]))
    own.desk.undo()
    assert own.texts(Section.RESEARCH) == ["first", "second", "third"]


def test_one_pasted_line_is_typed_as_ever(qtbot: QtBot, own: Bench) -> None:
    qtbot.keyClick(own.focus("second"), Qt.Key.Key_N)
    line = focused()
    assert isinstance(line, QLineEdit)
    QApplication.clipboard().setText("only one\n")
    qtbot.keyClick(line, Qt.Key.Key_V, _CTRL)
    assert line.text().strip() == "only one"
    assert own.texts(Section.RESEARCH) == ["first", "second", "third"]
