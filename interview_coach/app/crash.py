"""Owns what the person sees of a fault that nobody expected, with all of what a report would hold."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from interview_coach.ui.text import tr
from interview_coach.ui.widgets import Label, PrimaryButton, QuietButton


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
