"""Owns what stands above the items of a group, and what stands there while it is empty."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from interview_coach.ui import words
from interview_coach.ui.prep.groups import Group
from interview_coach.ui.prep.row import GUTTER
from interview_coach.ui.text import tr
from interview_coach.ui.widgets import IconButton, LinkButton, SectionHeading, set_tooltip, small


class GroupHead(QWidget):
    """The heading of a group and a small plus at its end.

    Signals:
        add_wanted(object): the person wants to add to this group.
    """

    add_wanted = Signal(object)

    def __init__(self, group: Group, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.group = group
        title = words.section_title(group.section, group.about)
        column = QVBoxLayout(self)
        column.setContentsMargins(GUTTER, 4, GUTTER, 0)
        heading = SectionHeading(title, group.icon)
        plus = IconButton("plus", tr("Add: {section}", section=title))
        # The key N does the same from any row; six more stops for Tab would be in the way.
        plus.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        set_tooltip(plus, tr("N, on any line of this section"))
        plus.setFixedSize(22, 22)
        plus.clicked.connect(self._add)
        heading.add(plus)
        column.addWidget(heading)

    def _add(self) -> None:
        self.add_wanted.emit(self.group)


class EmptyLine(QWidget):
    """A quiet line that says what belongs in an empty group.

    Signals:
        add_wanted(object): the person wants to add to this group.
    """

    add_wanted = Signal(object)

    def __init__(self, group: Group, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.group = group
        row = QHBoxLayout(self)
        row.setContentsMargins(GUTTER, 7, GUTTER, 9)
        row.setSpacing(8)
        row.addWidget(small(words.belongs(group.section, group.about)), 1)
        self.link = LinkButton(tr("Add one"))
        title = words.section_title(group.section, group.about)
        self.link.setAccessibleName(tr("Add: {section}", section=title))
        self.link.clicked.connect(self._add)
        row.addWidget(self.link, 0, Qt.AlignmentFlag.AlignTop)

    def _add(self) -> None:
        self.add_wanted.emit(self.group)


class GroupFoot(QWidget):
    """The room between a group and the next one.

    Signals: none of its own.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(8)
