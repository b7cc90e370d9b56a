"""Owns the card of a saved posting: its text, however long, and where it was."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from interview_coach.ui import spots
from interview_coach.ui.links import address_of, open_link
from interview_coach.ui.text import tr
from interview_coach.ui.widgets import Card, Label, LinkButton, LongText, small

# What a label lays out without a pause; longer postings scroll in a field that cannot be edited.
_LONGEST_LABEL = 8_000


class PostingCard(Card):
    """The posting as it was saved.

    Signals: none of its own.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Posting"), parent=parent)
        self.posting = Label("", "body", wrap=True, selectable=True)
        self.long_posting = LongText(name=tr("Posting"), min_lines=12, max_lines=24)
        self.long_posting.setReadOnly(True)
        self.no_posting = small(
            tr("No posting saved yet. Paste it while it is still online: Edit, Posting.")
        )
        self.address = LinkButton("", "external-link")
        self.address.clicked.connect(self._follow)
        for widget in (self.posting, self.long_posting, self.no_posting, self.address):
            self.add(widget)
        spots.tag(self, "opportunity.posting_text", "opportunity.posting_url")

    def show_posting(self, text: str, address: str) -> None:
        """Show this posting, or that there is none."""
        long = len(text) > _LONGEST_LABEL
        self.posting.setText("" if long else text)
        self.long_posting.set_text(text if long else "")
        self.long_posting.setReadOnly(True)
        self.posting.setVisible(bool(text) and not long)
        self.long_posting.setVisible(long)
        self.no_posting.setVisible(not text)
        self.address.setText(address)
        self.address.setVisible(bool(address))
        self.address.setEnabled(address_of(address) is not None)

    def _follow(self) -> None:
        open_link(self.address.text(), self)
