"""Owns the card about the program: its version, its licences, and the findings that it rests on."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from interview_coach import __version__
from interview_coach.ui.text import Marked, mark, tr, tr_marked
from interview_coach.ui.widgets import Card, Label, Rows, SectionHeading, body, small

# What the program does because of it, and who found it out.
FINDINGS: tuple[tuple[Marked, Marked], ...] = (
    (
        mark(
            "Structured debriefs improve later performance by about a quarter: so all is built around the review."
        ),
        mark("Tannenbaum and Cerasoli 2013, doi 10.1177/0018720812448394"),
    ),
    (
        mark(
            "People remember about a tenth of a conversation minutes later: so it asks soon, and asks openly first."
        ),
        mark("Stafford and Daly 1984; Stafford, Burggraf and Sharkey 1987"),
    ),
    (
        mark(
            "After a success, looking for what went wrong teaches most: so a very good one begins with it."
        ),
        mark("Ellis, Mendel and Nir 2006, doi 10.1037/0021-9010.91.3.669"),
    ),
    (
        mark(
            "Being led to look for causes helped the unsure and harmed the sure: so no sign is ever filled in."
        ),
        mark("Hall and others 2011, doi 10.1080/00220973.2010.503247"),
    ),
    (
        mark("Most rejected candidates are given no reason at all: so “can’t know” always counts."),
        mark("Talent Board 2022: 71 % in North America"),
    ),
    (
        mark(
            "If-then plans are carried out more often than good intentions: so lessons can be worded that way."
        ),
        mark("Gollwitzer and Sheeran 2006: 94 tests"),
    ),
)
LICENCES: tuple[tuple[Marked, Marked], ...] = (
    (mark("Interview Coach"), mark("MIT licence")),
    (mark("Inter, the typeface"), mark("SIL Open Font License 1.1")),
    (mark("Lucide, the icons"), mark("ISC licence")),
    (mark("Qt for Python"), mark("LGPL version 3")),
    (mark("SQLite, SQLCipher, SQLAlchemy, SQLModel, Alembic"), mark("public domain, BSD and MIT")),
)


class _Pair(QWidget):
    """A sentence and its source.

    Signals: none of its own.
    """

    def __init__(self, text: str, source: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 7, 0, 7)
        column.setSpacing(2)
        column.addWidget(Label(text, "small", wrap=True))
        column.addWidget(Label(source, "small", "muted", wrap=True, selectable=True))


class AboutCard(Card):
    """What this program is, and what it rests on.

    Signals: none of its own.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("About"), parent=parent)
        self.add(body(tr("Interview Coach {version}", version=__version__)))
        self.add(
            small(
                tr(
                    "Everything stays on this computer. No account, no server; nothing goes over the "
                    "network unless you ask for a posting’s address."
                )
            )
        )
        self._list(tr("What it rests on"), "book-open", FINDINGS)
        self._list(tr("Licences"), "scale", LICENCES)

    def _list(self, heading: str, icon: str, pairs: tuple[tuple[Marked, Marked], ...]) -> None:
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(SectionHeading(heading, icon))
        rows = Rows()
        for text, source in pairs:
            rows.add(_Pair(tr_marked(text), tr_marked(source)))
        column.addWidget(rows)
        self.add_layout(column)
