"""Owns the rows in which interviewers are named: a name with completion, a part, add and remove."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QHBoxLayout, QVBoxLayout, QWidget

from interview_coach.domain.interview import Interviewer
from interview_coach.domain.kinds import Part
from interview_coach.ui import words
from interview_coach.ui.interviews.form import CalmWheel
from interview_coach.ui.text import tr
from interview_coach.ui.widgets import FlatButton, IconButton, LineText, unseen_label


def completer(names: Sequence[str], owner: QWidget) -> QCompleter:
    """Completion from any part of a name, whatever its case."""
    made = QCompleter(QStringListModel(list(names), owner), owner)
    made.setFilterMode(Qt.MatchFlag.MatchContains)
    made.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    return made


def offer_names(to: QCompleter, names: Sequence[str]) -> None:
    """Complete from other names."""
    model = to.model()
    if isinstance(model, QStringListModel):
        model.setStringList(list(names))


class NameLine(LineText):
    """A name; Enter goes on to the next one, Backspace in an empty one takes its row away.

    Signals: those of LineText, and
        next_wanted(): Enter.
        unwanted(): Backspace where nothing stands.
    """

    next_wanted = Signal()
    unwanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Backspace work on the rows."""
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.next_wanted.emit()
        elif event.key() == Qt.Key.Key_Backspace and not self.text():
            self.unwanted.emit()
        else:
            super().keyPressEvent(event)


class PersonRow(QWidget):
    """One interviewer.

    Signals:
        edited(): the person typed or chose.
        next_wanted(): Enter in the name.
        unwanted(): this row is to go.
    """

    edited = Signal()
    next_wanted = Signal()
    unwanted = Signal()

    def __init__(self, known: Sequence[Interviewer], calm: CalmWheel) -> None:
        super().__init__()
        self._known = tuple(known)
        self._was = Interviewer("")
        self.name = NameLine("", tr("Name of an interviewer"), placeholder=tr("Name"))
        self.part = QComboBox()
        self.part.setAccessibleName(tr("Part"))
        self.part.addItem(tr("Part not known"), None)
        for part in Part:
            self.part.addItem(words.word(part), part)
        self.part.installEventFilter(calm)
        self.remove = IconButton("x", tr("Remove this interviewer"), framed=True)
        self._completer = completer([who.name for who in self._known], self)
        self.name.setCompleter(self._completer)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.name, 3)
        row.addWidget(self.part, 2)
        unseen_label(self.part, tr("Part"))
        row.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignVCenter)
        self.name.edited.connect(self._edited)
        self._completer.activated.connect(self._edited)
        self.name.next_wanted.connect(self.next_wanted)
        self.name.unwanted.connect(self.unwanted)
        self.part.activated.connect(self._edited)
        self.remove.clicked.connect(self.unwanted)

    @property
    def who(self) -> Interviewer:
        """Who stands there. Another name is another person: nobody is renamed by being replaced."""
        name = self.name.text()
        part = self.part.currentData()
        same = [
            who
            for who in (self._was, *self._known)
            if who.person_id and who.name.casefold() == " ".join(name.split()).casefold()
        ]
        found = same[0] if same else Interviewer("")
        return Interviewer(name, part, found.title, found.person_id)

    def show_person(self, who: Interviewer) -> None:
        """Show someone."""
        self._was = who
        self.name.set_text(who.name)
        self.part.setCurrentIndex(max(0, self.part.findData(who.part)))

    def know(self, known: Sequence[Interviewer]) -> None:
        """Complete from these people."""
        self._known = tuple(known)
        offer_names(self._completer, [who.name for who in known])

    def _edited(self) -> None:
        self.edited.emit()


class PeopleRows(QWidget):
    """Rows of interviewers, one at least, with a button for one more.

    Signals:
        edited(): the person typed, chose, added or removed.
    """

    edited = Signal()

    def __init__(self, calm: CalmWheel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._calm = calm
        self._known: tuple[Interviewer, ...] = ()
        self.rows: list[PersonRow] = []
        self._before: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.add_button = FlatButton(tr("Add interviewer"), "plus")
        self.add_button.clicked.connect(self.add_row)
        foot = QHBoxLayout()
        foot.addWidget(self.add_button)
        foot.addStretch(1)
        self._column.addLayout(foot)
        self._insert(Interviewer(""))

    @property
    def people(self) -> tuple[Interviewer, ...]:
        """Everyone who is named."""
        return tuple(row.who for row in self.rows if row.name.text().strip())

    def show_people(self, people: Sequence[Interviewer]) -> None:
        """Show these, or one empty row."""
        while self.rows:
            self._drop(self.rows[-1])
        for who in people or (Interviewer(""),):
            self._insert(who)

    def know(self, known: Sequence[Interviewer]) -> None:
        """Complete from these people."""
        self._known = tuple(known)
        for row in self.rows:
            row.know(known)

    def add_row(self) -> None:
        """One more, unless an empty one waits; the focus goes there."""
        empty = next((row for row in self.rows if not row.name.text().strip()), None)
        row = empty or self._insert(Interviewer(""))
        row.name.setFocus(Qt.FocusReason.TabFocusReason)

    def _insert(self, who: Interviewer) -> PersonRow:
        row = PersonRow(self._known, self._calm)
        row.show_person(who)
        row.edited.connect(self.edited)
        row.next_wanted.connect(self.add_row)
        row.unwanted.connect(self._unwanted)
        self._column.insertWidget(len(self.rows), row)
        self.rows.append(row)
        if self._before is not None:
            self.chain(self._before)
        return row

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus to the first name: a focus proxy would lead Tab back to it for ever."""
        super().focusInEvent(event)
        self.rows[0].name.setFocus(event.reason())

    def chain(self, before: QWidget) -> QWidget:
        """Let Tab go from `before` through all rows to the button, which it gives."""
        self._before = before
        for row in self.rows:
            for widget in (row.name, row.part, row.remove):
                QWidget.setTabOrder(before, widget)
                before = widget
        QWidget.setTabOrder(before, self.add_button)
        return self.add_button

    def _drop(self, row: PersonRow) -> None:
        self.rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _unwanted(self) -> None:
        row = self.sender()
        if not isinstance(row, PersonRow):
            return
        place = self.rows.index(row)
        if len(self.rows) == 1:
            row.show_person(Interviewer(""))
        else:
            self._drop(row)
        self.rows[max(0, min(place, len(self.rows)) - 1)].name.setFocus(
            Qt.FocusReason.TabFocusReason
        )
        self.edited.emit()
