"""The notes about them: added by one line, edited in place, proved wrong, never hidden."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from interview_coach.domain.kinds import Confidence
from interview_coach.domain.research import NoteDraft, ResearchNote
from interview_coach.store import interview, interviews, research
from interview_coach.ui.beside import around_round
from interview_coach.ui.desk import Desk
from interview_coach.ui.research.card import ResearchCard
from interview_coach.ui.research.editor import LearnedEditor, NoteEditor
from interview_coach.ui.research.row import NoteRow
from interview_coach.ui.widgets import Label
from tests.store.drafts import a_round
from tests.ui.prep.conftest import show

_CTRL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


class Bench:
    """A card on a round that was held two days ago."""

    def __init__(self, desk: Desk, qtbot: QtBot) -> None:
        self.desk = desk
        self.key = desk.do(interview.add_interview, a_round(), checklist=False)
        self.job = desk.ask(interviews.interview_head, self.key).opportunity_id
        self.card = ResearchCard(desk)
        qtbot.addWidget(self.card)
        self.fresh()
        desk.changed.connect(self.fresh)
        show(qtbot, self.card)

    def fresh(self) -> None:
        """Show it as its page does."""
        head = self.desk.ask(interviews.interview_head, self.key)
        self.card.show_around(around_round(head, "prepare"))

    @property
    def notes(self) -> tuple[ResearchNote, ...]:
        """What the store says."""
        return self.desk.ask(research.research, self.job)

    @property
    def line(self) -> QLineEdit:
        """Where new notes are typed."""
        assert self.card.quick is not None
        return self.card.quick.line

    def row(self, place: int = 0) -> NoteRow:
        """A row, by its place."""
        row = self.card.rows.rows[place]
        assert isinstance(row, NoteRow)
        return row

    def said(self) -> str:
        """All that can be read."""
        labels = self.card.findChildren(Label)
        return "\n".join(x.text() for x in labels if x.isVisible())


@pytest.fixture
def bench(desk: Desk, qtbot: QtBot) -> Iterator[Bench]:
    made = Bench(desk, qtbot)
    yield made
    made.card.hide()


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def entries(row: NoteRow) -> dict[str, Callable[[], None]]:
    row.more.click()
    menu = next(m for m in row.findChildren(QMenu) if m.isVisible())
    found = {a.text(): a.trigger for a in menu.actions() if a.text()}
    menu.close()
    return found


def looks(row: NoteRow) -> tuple[bool, bool]:
    """Whether it is called wrong in words, and whether it is struck out."""
    return row.wrong.isVisible(), row.text.font().strikeOut()


def test_a_line_and_enter_note_something_today(qtbot: QtBot, bench: Bench) -> None:
    assert "Note what you find out, from where, and how sure you are." in bench.said()
    bench.line.setFocus()
    qtbot.keyClicks(bench.line, "Five people")
    qtbot.keyClick(bench.line, Qt.Key.Key_Return)
    qtbot.keyClicks(bench.line, "They ship on Fridays")
    qtbot.keyClick(bench.line, Qt.Key.Key_Return)
    assert [note.text for note in bench.notes] == ["Five people", "They ship on Fridays"]
    note = bench.notes[0]
    assert (note.noted_on, note.confidence) == (date(2026, 11, 22), Confidence.UNSURE)
    assert bench.line.text() == ""
    assert "Unsure · Sun 22 Nov" in bench.said()
    assert "Note what you find out" not in bench.said()


def test_a_half_typed_note_is_kept_and_esc_empties_the_line(qtbot: QtBot, bench: Bench) -> None:
    bench.line.setFocus()
    qtbot.keyClicks(bench.line, "Half")
    bench.desk.scribble_all()
    assert list(bench.desk.store.scribbled("research:").values()) == ["Half"]
    qtbot.keyClick(bench.line, Qt.Key.Key_Escape)
    assert bench.desk.store.scribbled("research:") == {}
    assert bench.notes == ()


def test_a_note_is_edited_in_its_place(qtbot: QtBot, bench: Bench) -> None:
    day = date(2026, 11, 20)
    bench.desk.do(research.add_note, bench.job, NoteDraft("Five people", noted_on=day))
    row = bench.row()
    row.more.setFocus()
    qtbot.keyClick(row.more, Qt.Key.Key_F2)
    editor = bench.card.rows.editors[row.key]
    assert isinstance(editor, NoteEditor)
    assert row.isHidden()
    qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    qtbot.keyClicks(focused(), "their page")
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    assert "That is not a link" in bench.said()
    assert bench.notes[0].link == ""
    link = focused()
    assert isinstance(link, QLineEdit)
    link.selectAll()
    qtbot.keyClicks(link, "acme.example/team")
    qtbot.keyClick(link, Qt.Key.Key_Tab)
    qtbot.keyClick(focused(), Qt.Key.Key_Up)
    qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    qtbot.keyClick(focused(), Qt.Key.Key_Right)
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    (note,) = bench.notes
    assert (note.link, note.confidence) == ("acme.example/team", Confidence.LIKELY)
    assert note.noted_on == date(2026, 11, 21)
    assert focused() is row.more
    assert row.link.text() == "acme.example"


def test_esc_and_leaving_end_the_editing(qtbot: QtBot, bench: Bench) -> None:
    bench.desk.do(research.add_note, bench.job, NoteDraft("Five people"))
    row = bench.row()
    bench.card.rows.edit(row.key)
    qtbot.keyClicks(focused(), "x")
    qtbot.keyClick(focused(), Qt.Key.Key_Escape)
    assert bench.notes[0].text == "Five people"
    assert bench.desk.store.scribbled("research:") == {}
    bench.card.rows.edit(row.key)
    qtbot.keyClicks(focused(), "About ")
    bench.line.setFocus()
    qtbot.waitUntil(lambda: not bench.card.rows.editors)
    assert bench.notes[0].text == "About Five people"


def test_a_link_opens_where_it_leads(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    draft = NoteDraft("Five people", "www.acme.example/team?a=1")
    bench.desk.do(research.add_note, bench.job, draft)
    row = bench.row()
    assert row.link.text() == "acme.example"
    row.link.click()
    assert [url.toString() for url in opened] == ["https://www.acme.example/team?a=1"]


def test_what_proved_wrong_is_told_in_words_and_stays(qtbot: QtBot, bench: Bench) -> None:
    bench.desk.do(research.add_note, bench.job, NoteDraft("Five people"))
    row = bench.row()
    row.more.setFocus()
    qtbot.keyClick(row.more, Qt.Key.Key_W)
    # The row stays above, and the round that was held is chosen already.
    assert not row.isHidden()
    qtbot.keyClicks(focused(), "Nine of them")
    qtbot.keyClick(focused(), Qt.Key.Key_Return, _CTRL)
    (note,) = bench.notes
    assert (note.disproved, note.learned) == (True, "Nine of them")
    assert note.disproved_in == bench.key
    said = bench.said()
    assert "Phone screen, Fri 20 Nov" in said
    assert "What I learned: Nine of them" in said
    assert "Five people" in said
    assert row.wrong.text() == "Proved wrong"
    assert looks(row) == (True, True)
    assert focused() is row.more
    bench.desk.undo()
    assert looks(row) == (False, False)


def test_nothing_is_marked_by_looking_and_a_button_marks_without_words(
    qtbot: QtBot, bench: Bench
) -> None:
    bench.desk.do(research.add_note, bench.job, NoteDraft("Five people"))
    row = bench.row()
    entries(row)["Proved wrong…"]()
    bench.line.setFocus()
    qtbot.waitUntil(lambda: not bench.card.rows.editors)
    assert [note.disproved for note in bench.notes] == [False]
    bench.card.rows.disprove(row.key)
    editor = bench.card.rows.editors[f"below:{row.key}"]
    assert isinstance(editor, LearnedEditor)
    editor.mark.click()
    assert [note.disproved for note in bench.notes] == [True]
    found = entries(row)
    assert "Change what I learned" in found
    found["It was right after all"]()
    assert [note.disproved for note in bench.notes] == [False]


def test_keys_move_and_delete_and_undo_brings_back(qtbot: QtBot, bench: Bench) -> None:
    for text in ("a", "b", "c"):
        bench.desk.do(research.add_note, bench.job, NoteDraft(text))
    row = bench.row(2)
    row.more.setFocus()
    qtbot.keyClick(row.more, Qt.Key.Key_Up, _ALT)
    assert [note.text for note in bench.notes] == ["a", "c", "b"]
    assert focused() is row.more
    qtbot.keyClick(row.more, Qt.Key.Key_Delete)
    assert [note.text for note in bench.notes] == ["a", "b"]
    assert focused() is bench.row(1).more
    bench.desk.undo()
    assert [x.note.text for x in bench.card.rows.rows if isinstance(x, NoteRow)] == ["a", "c", "b"]


def test_what_a_crash_left_opens_where_it_was_typed(bench: Bench) -> None:
    key = bench.desk.do(research.add_note, bench.job, NoteDraft("Five people"))
    bench.card.hide()
    bench.card.reset()
    prefix = f"research:{bench.job}:prepare:"
    bench.desk.store.scribble(f"{prefix}below:{key}", '["Nine of th", ""]', '["", ""]')
    bench.desk.store.scribble(f"{prefix}add", "They ship on Fri", "")
    bench.fresh()
    bench.card.show()
    assert bench.line.text() == "They ship on Fri"
    editor = bench.card.rows.editors[f"below:{key}"]
    assert editor.values()[0] == "Nine of th"
    assert "From before the program stopped" in bench.said()


def test_another_opportunity_has_its_own_notes(bench: Bench) -> None:
    bench.desk.do(research.add_note, bench.job, NoteDraft("Five people"))
    other = bench.desk.do(interview.add_interview, a_round(company="Other"), checklist=False)
    head = bench.desk.ask(interviews.interview_head, other)
    bench.desk.changed.disconnect(bench.fresh)
    bench.card.show_around(around_round(head, "prepare"))
    assert bench.card.rows.rows == []
    bench.fresh()
    assert len(bench.card.rows.rows) == 1
