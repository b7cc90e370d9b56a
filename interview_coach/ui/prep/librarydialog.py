"""Owns taking stories, points, questions and reminders from the library onto a checklist."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from interview_coach.domain.library import SECTION_OF, LibraryLine
from interview_coach.store import libraries, library
from interview_coach.ui import words
from interview_coach.ui.desk import Desk
from interview_coach.ui.prep.pick import Pick, PickDialog
from interview_coach.ui.text import tr, tr_n


class LibraryDialog(PickDialog):
    """What of the library does not stand on this checklist yet.

    Signals: those of QDialog.
    """

    def __init__(self, desk: Desk, interview: str, parent: QWidget) -> None:
        self._desk = desk
        self._interview = interview
        super().__init__(
            tr("Take from the library"),
            tr("What you take is yours to change here; how it does is counted in the library."),
            tr("Nothing is left to take. Keep lines of your lists in the library by their menu."),
            parent,
        )
        self.top.addWidget(self.search, 1)
        lines = desk.ask(libraries.takeable, interview)
        order = list(SECTION_OF)
        ordered = sorted(lines, key=lambda line: (order.index(line.kind), str(line.about or "")))
        self.set_picks([_pick(line) for line in ordered])
        self.search.setFocus()

    def take(self) -> None:
        """Take what is ticked, as one step."""
        if self.chosen:
            self._desk.do(library.take_from_library, self._interview, self.chosen)


def _pick(line: LibraryLine) -> Pick:
    parts = []
    if line.told.said:
        said = tr_n("said {n} time", "said {n} times", line.told.said)
        parts.append(said)
    if line.told.landed:
        parts.append(tr("landed {n}", n=line.told.landed))
    parts += [", ".join(line.tags), line.line]
    second = " · ".join(part for part in parts if part)
    heading = words.section_title(SECTION_OF[line.kind], line.about)
    return Pick(line.id, heading, line.text, second)
