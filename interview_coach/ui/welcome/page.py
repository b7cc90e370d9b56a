"""The welcome at the first start: what the program is for, and the two ways to go on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from interview_coach.ui.text import tr
from interview_coach.ui.widgets import (
    Card,
    FlatButton,
    IconLabel,
    Label,
    PrimaryButton,
    QuietButton,
    ScrollPage,
)

WIDEST = 640


class WelcomePage(QWidget):
    """Shown once, before there is anything.

    Signals:
        begun(): add the first interview.
        opportunity_wanted(): add a job that has no interview yet.
        look_around_wanted(): open the sample data in a folder of its own.
        skipped(): straight to Today.
    """

    begun = Signal()
    opportunity_wanted = Signal()
    look_around_wanted = Signal()
    skipped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        page = ScrollPage()
        outer.addWidget(page)
        middle = QWidget()
        middle.setMaximumWidth(WIDEST)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 24, 0, 24)
        column.setSpacing(14)
        column.addWidget(Label(tr("Walk in prepared. Come out wiser."), "question", wrap=True))
        column.addWidget(
            Label(
                tr(
                    "A great interview does not always lead to the job, often for reasons that are not "
                    "yours. Interview Coach helps you prepare well, review honestly while memory is "
                    "fresh, and carry what was good into the next one."
                ),
                "body",
                "muted",
                wrap=True,
            )
        )
        column.addWidget(self._steps())
        self.begin_button = PrimaryButton(tr("Begin: add an interview"), "plus")
        look = QuietButton(tr("Look around with sample data"), "eye")
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.begin_button)
        row.addWidget(look)
        row.addStretch(1)
        column.addLayout(row)
        more = QHBoxLayout()
        more.setSpacing(4)
        job = FlatButton(tr("I have applied, no date yet"))
        skip = FlatButton(tr("Not now"))
        more.addWidget(job)
        more.addWidget(skip)
        more.addStretch(1)
        column.addLayout(more)
        column.addWidget(
            Label(
                tr(
                    "Everything stays on this computer. No account, no server. The sample opens in a "
                    "window of its own and is thrown away with it."
                ),
                "small",
                "muted",
                wrap=True,
            )
        )
        # In the middle by stretches: an aligned widget would not be given the height its text needs.
        centred = QHBoxLayout()
        centred.addStretch(1)
        centred.addWidget(middle, 100)
        centred.addStretch(1)
        page.body.addStretch(1)
        page.body.addLayout(centred)
        page.body.addStretch(2)
        self.begin_button.clicked.connect(self.begun)
        look.clicked.connect(self.look_around_wanted)
        job.clicked.connect(self.opportunity_wanted)
        skip.clicked.connect(self.skipped)

    @staticmethod
    def _steps() -> Card:
        card = Card()
        column = QVBoxLayout()
        column.setSpacing(12)
        for icon, name, text in (
            (
                "list-checks",
                tr("Prepare"),
                tr("A checklist for the kind of interview, with your own points beside it."),
            ),
            (
                "message-circle",
                tr("Review"),
                tr(
                    "First what you remember, then what you make of it. Sealed before you hear back."
                ),
            ),
            (
                "flag",
                tr("Outcome"),
                tr("Yes or no, told apart: what was yours, what was not, what you can’t know."),
            ),
            (
                "corner-down-right",
                tr("Carry on"),
                tr("What landed and what you learned waits beside your next preparation."),
            ),
        ):
            row = QHBoxLayout()
            row.setSpacing(12)
            row.addWidget(IconLabel(icon, "accent", 18), 0, Qt.AlignmentFlag.AlignTop)
            texts = QVBoxLayout()
            texts.setSpacing(2)
            texts.addWidget(Label(name, "heading"))
            texts.addWidget(Label(text, "small", "muted", wrap=True))
            row.addLayout(texts, 1)
            column.addLayout(row)
        card.body.addLayout(column)
        return card
