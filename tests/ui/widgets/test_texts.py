"""Fields to type in: growth, guards, undo, leaving, errors."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from interview_coach.ui.theme import Theme
from interview_coach.ui.widgets import Field, LineText, LongText, SearchField
from tests.ui.widgets.pieces import listen, seen, show_active


def _mime(text: str) -> QMimeData:
    data = QMimeData()
    data.setText(text)
    return data


def _shown(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    widget.resize(320, widget.sizeHint().height())
    show_active(qtbot, widget)


def test_it_grows_with_its_lines_up_to_a_limit(theme: Theme, qtbot: QtBot) -> None:
    made = LongText(min_lines=2, max_lines=5)
    _shown(qtbot, made)
    low = made.height()
    made.set_text("\n".join("abcd"))
    higher = made.height()
    made.set_text("\n".join("abcdefghijklmn"))
    highest = made.height()
    made.set_text("\n".join("abcdefghijklmnopqrstuvw"))
    assert low < higher < highest == made.height()
    made.set_text("")
    assert made.height() == low


def test_wrapped_lines_count_and_narrow_is_higher(theme: Theme, qtbot: QtBot) -> None:
    made = LongText("a few words that take more than one line " * 4, max_lines=40)
    _shown(qtbot, made)
    wide = made.height()
    made.resize(170, made.height())
    assert made.height() > wide


def test_only_the_persons_changes_are_told(theme: Theme, qtbot: QtBot) -> None:
    made = LongText()
    _shown(qtbot, made)
    edited = listen(made.edited)
    made.set_text("from the store")
    assert not edited
    QTest.keyClicks(made, "x")
    assert edited


def test_the_same_text_keeps_undo(theme: Theme, qtbot: QtBot) -> None:
    made = LongText("one")
    _shown(qtbot, made)
    QTest.keyClicks(made, "zwei ")
    made.set_text(made.text)
    assert made.document().isUndoAvailable()
    QTest.keyClick(made, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert made.text == "one"


def test_tab_leaves_and_says_so(theme: Theme, qtbot: QtBot) -> None:
    holder = QWidget()
    row = QHBoxLayout(holder)
    first, second = LongText(name="First"), LineText(name="Second")
    row.addWidget(first)
    row.addWidget(second)
    _shown(qtbot, holder)
    first.setFocus()
    left = listen(first.left)
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert (left, first.text) == ([True], "")
    qtbot.waitUntil(second.hasFocus)
    left_second = listen(second.left)
    first.setFocus()
    assert left_second == [True]


def test_ctrl_enter_submits(theme: Theme, qtbot: QtBot) -> None:
    made = LongText("x")
    _shown(qtbot, made)
    heard = listen(made.submitted)
    QTest.keyClick(made, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert (heard, made.text) == ([True], "x")


def test_a_paste_that_would_freeze_is_refused_and_nothing_is_lost(
    theme: Theme, qtbot: QtBot
) -> None:
    made = LongText("what was there")
    _shown(qtbot, made)
    refused = listen(made.paste_refused)
    edited = listen(made.edited)
    made.selectAll()
    made.insertFromMimeData(_mime("x" * 20_001))
    made.insertFromMimeData(_mime("short lines\n" * 20_000))
    assert (len(refused), edited, made.text) == (2, [], "what was there")
    made.insertFromMimeData(_mime("fine\r\nand\0 clean"))
    assert made.text == "fine\nand clean"


def test_many_small_pastes_do_not_make_one_long_line(theme: Theme, qtbot: QtBot) -> None:
    made = LongText()
    _shown(qtbot, made)
    refused = listen(made.paste_refused)
    for _ in range(3):
        made.insertFromMimeData(_mime("x" * 9_000))
    assert (len(refused), len(made.text)) == (1, 18_000)


def test_a_stored_text_that_is_too_much_is_kept_whole_and_not_edited(
    theme: Theme, qtbot: QtBot
) -> None:
    text = "y" * 1_000_000
    made = LongText(text)
    _shown(qtbot, made)
    assert made.text == text
    assert made.isReadOnly()
    assert len(made.toPlainText()) <= 20_000
    made.set_text("short")
    assert (made.text, made.isReadOnly()) == ("short", False)


def test_rich_content_comes_in_as_plain_text(theme: Theme, qtbot: QtBot) -> None:
    made = LongText()
    _shown(qtbot, made)
    data = _mime("plain")
    data.setHtml("<b>rich</b>")
    made.insertFromMimeData(data)
    assert made.text == "plain"


def test_a_line_tells_edits_and_takes_no_line_breaks(theme: Theme, qtbot: QtBot) -> None:
    made = LineText(name="Company")
    _shown(qtbot, made)
    edited, submitted = listen(made.edited), listen(made.submitted)
    made.set_text("a\nb\0")
    assert (made.text(), edited) == ("a b", [])
    QTest.keyClicks(made, "!")
    QTest.keyClick(made, Qt.Key.Key_Return)
    assert (len(edited), submitted) == (1, [True])


def test_a_line_refuses_what_it_would_cut(theme: Theme, qtbot: QtBot) -> None:
    made = LineText("kept")
    _shown(qtbot, made)
    refused = listen(made.paste_refused)
    QGuiApplication.clipboard().setText("z" * 20_001)
    QTest.keyClick(made, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert (len(refused), made.text()) == (1, "kept")


def test_a_field_names_its_input_and_speaks_its_error(theme: Theme, qtbot: QtBot) -> None:
    made = Field("R & D", LineText(), "As it is spelt")
    _shown(qtbot, made)
    assert seen(made.control)[1:] == ("R & D", "As it is spelt")
    made.show_error("A name is needed.")
    assert seen(made.control)[2] == "A name is needed. As it is spelt"
    assert made.error == "A name is needed."
    made.clear_error()
    assert (made.error, seen(made.control)[2]) == ("", "As it is spelt")


def test_search_clears_with_esc_and_then_lets_it_pass(theme: Theme, qtbot: QtBot) -> None:
    made = SearchField("Search", hint="Ctrl K")
    _shown(qtbot, made)
    edited, cleared = listen(made.edited), listen(made.cleared)
    QTest.keyClicks(made, "ab")
    made.set_note("4 found")
    assert seen(made)[2] == "4 found"
    QTest.keyClick(made, Qt.Key.Key_Escape)
    assert (made.text(), len(edited), cleared) == ("", 3, [True])
    QTest.keyClick(made, Qt.Key.Key_Escape)
    assert cleared == [True]


def test_a_text_begins_at_the_side_where_it_is_read_from(theme: Theme, qtbot: QtBot) -> None:
    made = LongText("", "Notes")
    qtbot.addWidget(made)
    made.resize(400, 100)
    made.show()

    def way() -> Qt.LayoutDirection:
        return made.document().defaultTextOption().textDirection()

    assert way() == Qt.LayoutDirection.LayoutDirectionAuto
    made.set_text("(שלום) and more")
    assert way() == Qt.LayoutDirection.RightToLeft
    cursor = made.textCursor()
    cursor.setPosition(0)
    assert made.cursorRect(cursor).left() > made.width() / 2
    made.set_text("12 words, then שלום")
    assert way() == Qt.LayoutDirection.LeftToRight
    made.clear()
    assert way() == Qt.LayoutDirection.LayoutDirectionAuto
    QTest.keyClicks(made, "a")
    assert way() == Qt.LayoutDirection.LeftToRight
