"""Owns what I planned to say, beside the form: not said, said, landed; and the notes of the day."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from interview_coach.domain.kinds import Coverage, Section
from interview_coach.domain.review import Planned
from interview_coach.ui import spots, words
from interview_coach.ui.text import tr
from interview_coach.ui.theme import current
from interview_coach.ui.widgets import Card, Divider, Label, Segment, Segmented, small

_BESIDE = 560
Covers = Callable[[str, Coverage | None], None]


def coverage_counts(planned: Sequence[Planned]) -> str:
    """2 landed · 1 unsaid, as far as there are any."""
    landed = sum(item.coverage is Coverage.LANDED for item in planned)
    unsaid = sum(item.coverage is Coverage.NOT_SAID for item in planned)
    if landed and unsaid:
        return tr("{landed} landed · {unsaid} unsaid", landed=landed, unsaid=unsaid)
    if landed:
        return tr("{landed} landed", landed=landed)
    return tr("{unsaid} unsaid", unsaid=unsaid) if unsaid else ""


class PlannedRow(QWidget):
    """One planned point, story or question, and what became of it.

    Signals: none of its own.
    """

    def __init__(self, key: str, cover: Covers) -> None:
        super().__init__()
        self.key = key
        self._cover = cover
        spots.tag(self, key)
        self.label = Label("", wrap=True)
        segments = [
            Segment(Coverage.NOT_SAID, words.word(Coverage.NOT_SAID)),
            Segment(Coverage.SAID, words.word(Coverage.SAID)),
            Segment(Coverage.LANDED, words.word(Coverage.LANDED), "good"),
        ]
        self.choice = Segmented(segments, None, tr("What became of it"), optional=True)
        for segment, button in zip(segments, self.choice.choices, strict=True):
            if segment.value is Coverage.LANDED:
                button.setToolTip(words.what_landed())
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._box.setContentsMargins(0, 6, 0, 10)
        self._box.setSpacing(8)
        self._box.addWidget(self.label, 1)
        self._box.addWidget(self.choice, 0, Qt.AlignmentFlag.AlignLeft)
        self.choice.value_changed.connect(self._chosen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the words beside the point where there is room for both."""
        super().resizeEvent(event)
        wide = self.width() > _BESIDE * max(current().scale, 1.0)
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._box.direction() != direction:
            self._box.setDirection(direction)

    def show_item(self, item: Planned) -> None:
        """Show what is stored."""
        if self.label.text() != item.text:
            self.label.setText(item.text)
            for choice in self.choice.choices:
                choice.setAccessibleDescription(item.text)
        if self.choice.value != item.coverage:
            self.choice.set_value(item.coverage)

    def _chosen(self, coverage: Coverage | None) -> None:
        self._cover(self.key, coverage)


class PlannedCard(Card):
    """What you planned to say, ready to be ticked.

    Signals: none of its own.
    """

    def __init__(self, cover: Covers, parent: QWidget | None = None) -> None:
        super().__init__(tr("What you planned to say"), parent=parent)
        self._cover = cover
        self._shown: tuple[tuple[str, Section], ...] = ()
        self.rows: dict[str, PlannedRow] = {}
        self._list = QWidget()
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._none = small(tr("You planned no points for this one."))
        self._landing = small(words.what_landed())
        self.add(self._landing)
        self.add(self._none)
        self.add(self._list)

    def show_planned(self, planned: Sequence[Planned]) -> None:
        """Show the items, each in the row it has already."""
        self._none.setVisible(not planned)
        self._landing.setVisible(bool(planned))
        self.set_note(coverage_counts(planned))
        wanted = tuple((item.id, item.section) for item in planned)
        if wanted != self._shown:
            self._shown = wanted
            self._arrange(planned)
        for item in planned:
            self.rows[item.id].show_item(item)

    def _arrange(self, planned: Sequence[Planned]) -> None:
        kept = {
            item.id: self.rows.get(item.id) or PlannedRow(item.id, self._cover) for item in planned
        }
        while (taken := self._column.takeAt(0)) is not None:
            widget = taken.widget()
            if widget is not None and widget not in kept.values():
                widget.hide()
                widget.deleteLater()
        several = len({item.section for item in planned}) > 1
        before: Section | None = None
        for item in planned:
            if several and item.section is not before:
                self._column.addWidget(_caption(item.section, first=before is None))
            self._column.addWidget(Divider())
            self._column.addWidget(kept[item.id])
            before = item.section
        self.rows = kept


def _caption(section: Section, *, first: bool) -> QWidget:
    label = Label(words.word(section), "small_label", "muted")
    label.setContentsMargins(0, 0 if first else 6, 0, 5)
    return label


class NotesCard(Card):
    """What I noted on the day, when I noted anything.

    Signals: none of its own.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("What you noted on the day"), parent=parent)
        self._text = Label("", "body", wrap=True, selectable=True)
        self.add(self._text)

    def show_notes(self, notes: str) -> None:
        """Show the notes; without any it is not there."""
        self._text.setText(notes)
        self.setVisible(bool(notes.strip()))
