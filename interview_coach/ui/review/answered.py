"""Owns what hangs on a question that was asked: the story told for it, and the same one in the bank."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from interview_coach.domain.review import AskedQuestion, Likeness
from interview_coach.store import bank, library, reviews
from interview_coach.ui import spots
from interview_coach.ui.review.keeping import Keeping
from interview_coach.ui.text import tr
from interview_coach.ui.widgets import FlowLayout, IconLabel, Label, LinkButton, show_when, small


class Answered(QWidget):
    """The two small lines beneath a question and its "next time".

    Signals:
        refused(): two questions are not the same, and that is about to be remembered.
    """

    refused = Signal()

    def __init__(self, keeping: Keeping, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keeping = keeping
        self._key = key
        self._story: str | None = None
        self._like: Likeness | None = None
        self.story = LinkButton("", "quote")
        self.keep = LinkButton(tr("Keep in the bank"), "library")
        self.unlink = LinkButton(tr("Not the same"))
        self.same = LinkButton(tr("Same"), "check")
        self.other = LinkButton(tr("Not the same"))
        self.known = small("")
        self.twice = small("")
        links = QWidget()
        flow = FlowLayout(links, spacing=14, line_spacing=2)
        flow.addWidget(self.story)
        flow.addWidget(self.keep)
        self._twice = QWidget()
        again = QHBoxLayout(self._twice)
        again.setContentsMargins(2, 0, 0, 2)
        again.setSpacing(6)
        again.addWidget(IconLabel("info", "muted", 13), 0, Qt.AlignmentFlag.AlignTop)
        again.addWidget(self.twice, 1)
        self._bank = QWidget()
        beside = QVBoxLayout(self._bank)
        beside.setContentsMargins(3, 0, 0, 2)
        beside.setSpacing(0)
        answers = QWidget()
        line = FlowLayout(answers, spacing=14, line_spacing=2)
        for button in (self.same, self.other, self.unlink):
            line.addWidget(button)
        beside.addWidget(self.known)
        beside.addWidget(answers)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(0)
        for part in (links, self._twice, self._bank):
            column.addWidget(part)
        self._twice.hide()
        self._bank.hide()
        spots.tag(self.story, f"{key}.story_id")
        spots.tag(self._bank, f"{key}.question_id")
        self.story.clicked.connect(self._open_stories)
        self.keep.clicked.connect(self._keep)
        self.same.clicked.connect(self._link)
        self.unlink.clicked.connect(self._unlink)
        self.other.clicked.connect(self._refuse)

    def show_answer(self, item: AskedQuestion, place: int, also: tuple[int, ...]) -> None:
        """Show what is stored; `also` are the questions in which the same story was told, if several."""
        self._story = item.story_id
        story = tr("Story: {story}", story=item.story) if item.story else tr("Story I told")
        self.story.setText(story)
        self.story.setAccessibleName(
            tr("Story told for question {n}: {story}", n=place, story=item.story)
            if item.story
            else tr("Story told for question {n}", n=place)
        )
        others = [str(one) for one in also if one != place]
        if others:
            self.twice.setText(tr("Also told in question {n}.", n=tr(" and ").join(others)))
        show_when(self._twice, bool(others))
        if item.question_id is not None:
            self._like = None
            same = item.question.casefold() == item.text.casefold()
            self.known.setText(
                tr("In your bank.") if same else tr("In your bank: {text}", text=item.question)
            )
        self._linked = item.question_id is not None
        for button, name in (
            (self.keep, tr("Keep question {n} in the bank", n=place)),
            (self.same, tr("Question {n} is the same as in the bank", n=place)),
            (self.other, tr("Question {n} is not the same as in the bank", n=place)),
            (self.unlink, tr("Question {n} is not the same as in the bank", n=place)),
        ):
            button.setAccessibleName(name)
        self._show_bank()

    def show_likeness(self, like: Likeness | None) -> None:
        """Propose the question of the bank that is likely the same; nothing follows by itself."""
        self._like = None if self._linked else like
        if self._like is not None:
            self.known.setText(tr("Like in your bank: {text}", text=self._like.question))
        self._show_bank()

    def stories(self) -> QMenu:
        """The stories to choose from, those planned for this interview first; it goes when it closes."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        found = self._keeping.desk.ask(reviews.stories_to_tell, self._keeping.interview)
        if not found:
            menu.addAction(tr("There is no story in your library yet")).setEnabled(False)
            return menu
        none = menu.addAction(tr("No story"))
        none.setCheckable(True)
        none.setChecked(self._story is None)
        none.triggered.connect(partial(self._tell, None))
        planned = None
        for one in found:
            if one.planned is not planned:
                planned = one.planned
                menu.addSection(tr("Planned for this one") if planned else tr("In your library"))
            action = menu.addAction(one.text.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(one.id == self._story)
            action.triggered.connect(partial(self._tell, one.id))
        return menu

    def _open_stories(self) -> None:
        self.stories().popup(self.story.mapToGlobal(QPoint(0, self.story.height())))

    def _show_bank(self) -> None:
        show_when(self._bank, self._linked or self._like is not None)
        show_when(self.unlink, self._linked)
        show_when(self.same, self._like is not None)
        show_when(self.other, self._like is not None)
        show_when(self.keep, not self._linked)

    def _tell(self, story: str | None, checked: bool = False) -> None:
        del checked
        if story != self._story:
            self._keeping.desk.do(library.tell_story, self._key, story)

    def _link(self) -> None:
        if self._like is not None:
            self.story.setFocus()
            self._keeping.desk.do(library.link_asked, self._key, self._like.question_id)

    def _unlink(self) -> None:
        self.story.setFocus()
        self._keeping.desk.do(library.link_asked, self._key, None)

    def _keep(self) -> None:
        self.story.setFocus()
        self._keeping.desk.do(library.keep_asked, self._key)

    def _refuse(self) -> None:
        like, self._like = self._like, None
        if like is not None:
            self.story.setFocus()
            # First, or the page would propose it once more when it hears of the deed.
            self.refused.emit()
            self._keeping.desk.do(bank.refuse_likeness, self._key, like.question_id)


def answered_passage(item: AskedQuestion) -> QWidget | None:
    """The story that was told, and the question's name in the bank, as they are read; None without."""
    parts = []
    if item.story:
        parts.append(tr("Story: {story}", story=item.story))
    if item.question and item.question.casefold() != item.text.casefold():
        parts.append(tr("In your bank: {text}", text=item.question))
    if not parts:
        return None
    return Label(" · ".join(parts), "small", "muted", wrap=True, selectable=True)
