"""Owns adding lines of a template that a checklist does not hold yet."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QWidget

from interview_coach.domain.kinds import InterviewKind
from interview_coach.domain.prep import TemplateItem
from interview_coach.store import expected, expecting, prep, templates
from interview_coach.ui import words
from interview_coach.ui.desk import Desk
from interview_coach.ui.prep.expectdialog import pick_of
from interview_coach.ui.prep.pick import Pick, PickDialog
from interview_coach.ui.text import tr
from interview_coach.ui.widgets import Field

if TYPE_CHECKING:
    from interview_coach.store.deeds import Writer


class TemplateDialog(PickDialog):
    """Lines of the template of any kind of interview that fit the people one meets.

    Signals: those of QDialog.
    """

    def __init__(self, desk: Desk, interview: str, kind: InterviewKind, parent: QWidget) -> None:
        self._desk = desk
        self._interview = interview
        self._items: dict[str, TemplateItem] = {}
        came = desk.ask(expecting.expected_questions, interview).again
        self._again = {f"again:{place}": one for place, one in enumerate(came)}
        super().__init__(
            tr("Add from a template"),
            tr("What people who coach for interviews would put on the list. Take what helps you."),
            tr("All lines of this template are on your list already."),
            parent,
        )
        self.kind = QComboBox()
        for each in InterviewKind:
            self.kind.addItem(words.kind_title(each), each)
        for own in desk.ask(templates.own_templates):
            # The usual one of a kind is offered under the kind.
            if not own.usual:
                self.kind.addItem(own.name, own.id)
        self.kind.setCurrentIndex(list(InterviewKind).index(kind))
        self.top.addWidget(Field(tr("Template"), self.kind), 1)
        self.search.hide()
        self.kind.currentIndexChanged.connect(self._offer)
        self._offer()
        self.kind.setFocus()

    def take(self) -> None:
        """Add what is ticked, as one step."""
        lines = [self._items[key] for key in self.chosen if key in self._items]
        asked = [self._again[key] for key in self.chosen if key in self._again]
        several = [(one.text, one.question_id) for one in asked]
        deeds: list[Callable[[Writer], object]] = []
        if lines:
            deeds.append(partial(prep.apply_template, interview=self._interview, items=lines))
        if several:
            deeds.append(
                partial(expected.expect_questions, interview=self._interview, questions=several)
            )
        if deeds:
            self._desk.store.together(*deeds)

    def _offer(self) -> None:
        # Qt gives the bare text back for a member of a StrEnum.
        chosen = str(self.kind.currentData())
        own = chosen not in set(InterviewKind)
        kind = InterviewKind.OTHER if own else InterviewKind(chosen)
        key = chosen if own else ""
        missing = self._desk.ask(prep.missing_from_template, self._interview, kind, key)
        self._items = {str(place): item for place, item in enumerate(missing)}
        # What came unprepared before in interviews of this kind belongs on no list: it is expected.
        heading = tr("Questions to expect")
        again = [pick_of(place, one, heading) for place, one in self._again.items()]
        self.set_picks(
            [
                *(
                    Pick(
                        place,
                        words.section_title(item.draft.section, item.draft.about),
                        item.draft.text,
                        item.draft.details,
                    )
                    for place, item in self._items.items()
                ),
                *again,
            ]
        )
