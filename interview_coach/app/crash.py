"""Owns what is said of a fault that nobody expected: a report without anything the person wrote."""

from __future__ import annotations

import platform
import traceback

from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from interview_coach import __version__
from interview_coach.ui.text import tr
from interview_coach.ui.widgets import Label, PrimaryButton, QuietButton


def report(error: BaseException) -> str:
    """What would be copied: versions and the places in the code, nothing the person wrote."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [
        f"  {frame.name} ({frame.filename.rsplit('interview_coach', 1)[-1]}:{frame.lineno})"
        for frame in frames
    ]
    return "\n".join(
        [
            f"Interview Coach {__version__}, Python {platform.python_version()}, {platform.system()}",
            # The message may hold what somebody typed, so only the kind of error is told.
            type(error).__name__,
            *lines,
        ]
    )


class CrashDialog(QDialog):
    """Says that something went wrong, that nothing is lost, and shows all that would be copied."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Something went wrong"))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(12)
        column.addWidget(Label(tr("Something went wrong that we did not expect"), "heading"))
        column.addWidget(
            Label(
                tr(
                    "Everything you did before it is saved. You can go on, or close and start again."
                ),
                wrap=True,
            )
        )
        shown = QPlainTextEdit(text)
        shown.setReadOnly(True)
        shown.setTabChangesFocus(True)
        shown.setAccessibleName(tr("What a report would hold"))
        column.addWidget(shown, 1)
        row = QHBoxLayout()
        copy = QuietButton(tr("Copy this text"), "copy")
        copy.clicked.connect(lambda: QApplication.clipboard().setText(text))
        go_on = PrimaryButton(tr("Go on"))
        go_on.clicked.connect(self.accept)
        row.addWidget(copy)
        row.addStretch(1)
        row.addWidget(go_on)
        column.addLayout(row)
        self.resize(560, 380)
