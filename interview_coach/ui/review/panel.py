"""Owns the Review step of an interview's page: which of its four faces shows, and the way between."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from interview_coach.domain.changes import Place
from interview_coach.domain.kinds import Topic
from interview_coach.domain.review import ReviewForm, worth_sealing
from interview_coach.domain.trouble import Complaint, Invalid, Trouble
from interview_coach.store import review, reviews
from interview_coach.ui import say, words
from interview_coach.ui.desk import Desk
from interview_coach.ui.navigator import Navigator
from interview_coach.ui.page import StepPanel
from interview_coach.ui.review.blocks import Block
from interview_coach.ui.review.early import Early
from interview_coach.ui.review.form import Form
from interview_coach.ui.review.jumps import BACK_KEY, NEXT_KEY, JumpBar
from interview_coach.ui.review.keeping import Keeping, first_complaint
from interview_coach.ui.review.paragraph import inline_sheet
from interview_coach.ui.review.recall import Recall
from interview_coach.ui.review.sealed import Sealed, can_unseal
from interview_coach.ui.review.sealing import seal_question
from interview_coach.ui.text import tr
from interview_coach.ui.theme import SPACE, current
from interview_coach.ui.widgets import ScrollPage, announce, live

_ROOM_BELOW = 90
_ROOM_ABOVE = 12


class ReviewPanel(StepPanel):
    """The Review step: not yet its time, free recall, the form, or the sealed review.

    Signals: none of its own.
    """

    topics: ClassVar[frozenset[Topic]] = frozenset(
        {
            Topic.INTERVIEW,
            Topic.OPPORTUNITY,
            Topic.PREP,
            Topic.REVIEW,
            Topic.LESSON,
            Topic.OUTCOME,
        }
    )

    def __init__(
        self,
        desk: Desk,
        navigator: Navigator,
        parent: QWidget | None = None,
        blocks: Sequence[Callable[[Keeping], Block]] = (),
        sealed_blocks: Sequence[Callable[[Keeping], Block]] = (),
    ) -> None:
        super().__init__(desk, navigator, parent)
        self._blocks, self._sealed_blocks = blocks, sealed_blocks
        self._now_instead = False
        self._face: Early | Recall | Form | Sealed | None = None
        self.page = ScrollPage()
        self.page.body.setContentsMargins(SPACE.page, 0, SPACE.page, 22)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.jumps = JumpBar()
        self.jumps.hide()
        self.jumps.wanted.connect(self._jump)
        column.addWidget(self.jumps)
        column.addWidget(self.page, 1)
        for keys, way in ((NEXT_KEY, 1), (BACK_KEY, -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self._jump_on, way))
        self.page.content.installEventFilter(self)
        self._dressed = ""
        live(self._dress)

    # --- what shows ---------------------------------------------------------------------------

    @property
    def face(self) -> Early | Recall | Form | Sealed | None:
        """What shows now."""
        return self._face

    def refresh(self) -> None:
        """Ask again and show the answer, in what shows already where it fits."""
        try:
            form = self.desk.ask(reviews.review_form, self.interview)
        except Trouble as trouble:
            if trouble.code != "missing":
                raise
            # Deleted: the page around this one leads elsewhere.
            self._take_away()
            self.jumps.hide()
            return
        if form.sealed_at is not None:
            self._show_sealed(form)
        elif not self._begun(form):
            self._show_early(form)
        elif form.recall_done:
            self._show_prompts(form)
        else:
            self._show_recall(form)
        self._show_jumps()

    def reset(self) -> None:
        """Forget the interview before."""
        self._now_instead = False
        self._take_away()
        self.page.verticalScrollBar().setValue(0)

    def tick(self) -> None:
        """The interview may be over now, and the seal's ten minutes too."""
        if isinstance(self._face, Sealed):
            self._face.tick()
        elif isinstance(self._face, Early) and self.isVisible():
            self.refresh()

    def place(self) -> Place:
        """This interview's review."""
        return Place("interview", self.interview, "review")

    def focus_first(self) -> None:
        """Go to where one begins or goes on."""
        self.make_fresh()
        if self._face is not None:
            self._face.focus_first()

    def _begun(self, form: ReviewForm) -> bool:
        if form.review_id is not None or self._now_instead:
            return True
        over = self.desk.now() >= form.end_at and not form.called_off and not form.not_held
        return over or any(self.desk.store.scribbled(f"review:{self.interview}:").values())

    def _show_early(self, form: ReviewForm) -> None:
        if not isinstance(self._face, Early):
            face = Early(self.desk)
            face.wanted.connect(self._review_now)
            face.show_form(form)
            self._put(face)
        else:
            self._face.show_form(form)

    def _show_recall(self, form: ReviewForm) -> None:
        if not isinstance(self._face, Recall):
            face = Recall(self.desk, self.interview)
            face.finished.connect(self._finish_recall)
            face.moved.connect(self._soon_in_sight)
            face.show_form(form)
            self._put(face)
        else:
            self._face.show_form(form)

    def _show_prompts(self, form: ReviewForm) -> None:
        if not isinstance(self._face, Form):
            face = Form(self.desk, self.interview, blocks=self._blocks)
            face.sealing.connect(self._seal)
            face.more.connect(self._remember_more)
            face.thanking.connect(self._thank)
            face.moved.connect(self._soon_in_sight)
            face.show_form(form)
            self._put(face)
        else:
            self._face.show_form(form)

    def _show_sealed(self, form: ReviewForm) -> None:
        if not isinstance(self._face, Sealed) or not self._face.shows(form):
            face = Sealed(self.desk, form, blocks=self._sealed_blocks)
            face.unsealing.connect(self._unseal)
            face.thanking.connect(self._thank)
            face.show_form(form)
            self._put(face)
        else:
            self._face.show_form(form)

    def _put(self, face: Early | Recall | Form | Sealed) -> None:
        self._take_away()
        self._face = face
        self.page.add(face, 1)
        # At once, and not when the layout comes round to it: it is to have the focus now.
        face.show()

    def _take_away(self) -> None:
        if self._face is not None:
            self._face.hide()
            self.page.body.removeWidget(self._face)
            self._face.deleteLater()
            self._face = None

    # --- the way between ----------------------------------------------------------------------

    def _review_now(self) -> None:
        self._now_instead = True
        self.refresh()
        self.focus_first()

    def _finish_recall(self) -> None:
        if self._all_kept():
            self.desk.do(review.finish_recall, self.interview)
            self._begin_again()

    def _remember_more(self) -> None:
        if self._all_kept():
            self.desk.do(review.finish_recall, self.interview, finished=False)
            self._begin_again()

    def _seal(self) -> None:
        face = self._face
        if not isinstance(face, Form) or not self._all_kept():
            return
        form = self.desk.ask(reviews.review_form, self.interview)
        if not worth_sealing(form):
            face.seal.error.say(words.complaint(Complaint("seal", "empty_review")))
            return
        if not say.ask(self, seal_question(), tr("Seal review"), tr("Not yet")):
            face.seal.button.setFocus()
            return
        try:
            self.desk.do(review.seal_review, self.interview)
        except Invalid as error:
            face.seal.error.say(first_complaint(error))
            return
        announce(self, tr("The review is sealed."))
        self._begin_again()

    def _unseal(self) -> None:
        # Leaving a field may have done another deed, and then the seal is final.
        self.desk.flush()
        if can_unseal(self.desk, self.interview):
            self.desk.undo()
            self._begin_again()

    def _thank(self) -> None:
        self.navigator.open("thanks", self.interview)

    def _all_kept(self) -> bool:
        """Turn what is being typed into deeds; go to the field that was refused, if one was."""
        face = self._face
        if not isinstance(face, Recall | Form | Sealed):
            return True
        refused = face.keeping.finish_all()
        if refused is not None:
            refused.setFocus()
        return refused is None

    def _begin_again(self) -> None:
        self.make_fresh()
        self.page.verticalScrollBar().setValue(0)
        self.focus_first()

    # --- from part to part --------------------------------------------------------------------

    def _show_jumps(self) -> None:
        face = self._face
        self.jumps.setVisible(isinstance(face, Form))
        if isinstance(face, Form):
            self.jumps.show_names([part.name for part in face.parts()])

    def _jump_on(self, way: int) -> None:
        """Go to the next part, or the one before, from where the focus is."""
        face = self._face
        if not isinstance(face, Form):
            return
        focused = QApplication.focusWidget()
        parts = face.parts()
        here = next((n for n, part in enumerate(parts) if part.holds(focused)), None)
        if here is None:
            here = -1 if way > 0 else 0
        self._jump((here + way) % len(parts))

    def _jump(self, place: int) -> None:
        face = self._face
        if not isinstance(face, Form) or place >= len(parts := face.parts()):
            return
        part = parts[place]
        first = part.first()
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)
        # Its heading on top, and not just its field somewhere in sight.
        top = next(widget for widget in part.widgets if not widget.isHidden())
        y = top.mapTo(self.page.content, QPoint(0, 0)).y()
        self.page.verticalScrollBar().setValue(y - _ROOM_ABOVE)
        announce(self, part.name)

    # --- in sight -----------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep what is typed into in sight while the page grows."""
        if watched is self.page.content and event.type() == QEvent.Type.Resize:
            self._soon_in_sight()
        return super().eventFilter(watched, event)

    def _soon_in_sight(self) -> None:
        # Once the layout has placed what is new.
        QTimer.singleShot(0, self, self._in_sight)

    def _in_sight(self) -> None:
        focused = QApplication.focusWidget()
        if focused is self._face:
            return  # The whole sheet has the focus: there is no field to keep in sight.
        if focused is not None and self.page.content.isAncestorOf(focused):
            self.page.ensureWidgetVisible(focused, 0, _ROOM_BELOW)

    def _dress(self) -> None:
        sheet = inline_sheet(current().colours)
        if sheet != self._dressed:
            self._dressed = sheet
            self.setStyleSheet(sheet)
