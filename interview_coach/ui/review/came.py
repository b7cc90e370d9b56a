"""Owns what a review asks about the questions one had expected: which of them came, and as what."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from interview_coach.domain.expected import ExpectedHere, Matching
from interview_coach.domain.review import ReviewForm
from interview_coach.store import expected, expecting
from interview_coach.ui import spots, words_expected
from interview_coach.ui.review.blocks import Block
from interview_coach.ui.review.keeping import Keeping
from interview_coach.ui.review.order import tab_as_read
from interview_coach.ui.text import tr
from interview_coach.ui.widgets import CheckRow, Chip, Divider, IconButton, Label, heading, small

_WIDEST = 420


class CameRow(CheckRow):
    """One expected question: a tick says that it came, its menu as which of those they asked.

    Signals: those of CheckRow.
    """

    def __init__(self, keeping: Keeping, one: ExpectedHere) -> None:
        self._keeping = keeping
        self.one = one
        self._found: Matching | None = None
        self.more = IconButton("ellipsis", tr("More"))
        super().__init__(one.text, trailing=self.more)
        spots.tag(self, one.id)
        self.more.clicked.connect(self.open_menu)
        self.ticked.connect(self._tick)

    def show_one(self, one: ExpectedHere, found: Matching) -> None:
        """Show what is stored."""
        self.one, self._found = one, found
        asked = {each.id: each.text for each in found.asked}
        self.set_text(one.text)
        self.set_checked(bool(one.came_as))
        detail = ""
        if one.came_as and asked[one.came_as] != one.text:
            detail = tr("As “{question}”", question=asked[one.came_as])
        elif one.proposed:
            detail = tr("Perhaps as “{question}”? Tick it if so.", question=asked[one.proposed])
        self.set_detail(detail)
        self.more.set_name(tr("As which question “{question}” came", question=one.text))

    def open_menu(self) -> QMenu:
        """Offer those they asked, and that it is none of them."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        # A tick that nothing was chosen for is no tick.
        menu.aboutToHide.connect(lambda: self.set_checked(bool(self.one.came_as)))
        for each in self._found.asked if self._found else ():
            text = self.fontMetrics().elidedText(each.text, Qt.TextElideMode.ElideRight, _WIDEST)
            action = menu.addAction(text.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(each.id == self.one.came_as)
            action.triggered.connect(partial(self._match, each.id))
        menu.addSeparator()
        if self.one.came_as:
            menu.addAction(tr("It did not come")).triggered.connect(partial(self._match, None))
        else:
            menu.addAction(tr("They asked it, and I had not noted it")).triggered.connect(
                self._note
            )
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))
        return menu

    def _tick(self, came: bool) -> None:
        if not came:
            self._match(None)
        elif self.one.proposed:
            self._match(self.one.proposed)
        else:
            self.open_menu()

    def _match(self, asked: str | None, _checked: object = None) -> None:
        self._keeping.desk.do(expected.match_expected, self.one.id, asked)

    def _note(self) -> None:
        self._keeping.desk.do(expected.note_expected, self.one.id)


class CameBlock(Block):
    """You expected these.

    Signals: none of its own.
    """

    def __init__(self, keeping: Keeping) -> None:
        super().__init__(tr("Expected"))
        self._keeping = keeping
        self.rows: dict[str, CameRow] = {}
        self.summary = small("")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(heading(tr("You expected these"), wrap=False))
        column.addWidget(small(tr("Tick what came.")))
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        column.addLayout(self._column)
        column.addWidget(self.summary)

    def show_form(self, form: ReviewForm) -> None:
        """Show what came, and what may have."""
        found = self._keeping.desk.ask(expecting.matching, form.interview_id)
        self.setVisible(bool(found.expected))
        if [one.id for one in found.expected] != list(self.rows):
            self._arrange(found)
        for one in found.expected:
            self.rows[one.id].show_one(one, found)
        # Before the first tick all would be said to have come unprepared.
        self.summary.setVisible(bool(found.against.came))
        self.summary.setText(words_expected.summary(found.against))

    def _arrange(self, found: Matching) -> None:
        kept = {
            one.id: self.rows.get(one.id) or CameRow(self._keeping, one) for one in found.expected
        }
        while (taken := self._column.takeAt(0)) is not None:
            widget = taken.widget()
            if widget is not None and widget not in kept.values():
                widget.hide()
                widget.deleteLater()
        for row in kept.values():
            self._column.addWidget(Divider())
            self._column.addWidget(row)
            row.show()
        self.rows = kept
        tab_as_read(self._column)


class AgainstBlock(Block):
    """The same in the sealed review: what came, what did not, and what came unprepared.

    Signals: none of its own.
    """

    def __init__(self, keeping: Keeping) -> None:
        super().__init__(tr("Prepared against asked"))
        self._keeping = keeping
        self._shown: Matching | None = None
        self._inner: QWidget | None = None
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)

    def show_form(self, form: ReviewForm) -> None:
        """Show it; without anything expected it is not there."""
        found = self._keeping.desk.ask(expecting.matching, form.interview_id)
        self.setVisible(bool(found.expected))
        if found == self._shown:
            return
        self._shown = found
        if self._inner is not None:
            self._outer.removeWidget(self._inner)
            self._inner.hide()
            self._inner.deleteLater()
        self._inner = self._made(found)
        self._outer.addWidget(self._inner)

    def _made(self, found: Matching) -> QWidget:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(heading(tr("Prepared against asked")))
        column.addWidget(small(words_expected.summary(found.against)))
        for one in found.expected:
            column.addWidget(Divider())
            row = QHBoxLayout()
            row.setSpacing(10)
            row.addWidget(Label(one.text, wrap=True, selectable=True), 1)
            text, tone = (tr("Came"), "good") if one.came_as else (tr("Did not come"), "neutral")
            row.addWidget(Chip(text, tone), 0, Qt.AlignmentFlag.AlignTop)  # type: ignore[arg-type]
            column.addLayout(row)
        if found.unprepared:
            listed = " · ".join(one.text for one in found.unprepared)
            column.addWidget(Divider())
            column.addWidget(small(tr("Unprepared: {questions}", questions=listed)))
        return inner
