"""The one place that opens a link: only of a kind that is known, and with a question where it may mislead.

Links come from postings, invitations and imported files. What is opened leaves the program for good:
nothing of it is ever loaded here.
"""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from interview_coach.domain.links import LINK_SCHEMES, is_link, link_address, odd_host
from interview_coach.ui import say
from interview_coach.ui.say import Sentence
from interview_coach.ui.text import tr


def address_of(link: str) -> QUrl | None:
    """The address that a click may open; None where the link is none, or of a kind nobody knows.

    An address that was stored by an older version or came in a file is checked again here.
    """
    if not is_link(link):
        return None
    url = QUrl(link_address(link), QUrl.ParsingMode.StrictMode)
    return url if url.isValid() and url.scheme() in LINK_SCHEMES else None


def open_link(link: str, parent: QWidget | None = None) -> None:
    """Open a link, where it is of a kind that may be opened and leads where it seems to."""
    url = address_of(link)
    if url is None:
        return
    host = odd_host(link)
    if host:
        sentence = Sentence(
            tr("This link leads to {host}", host=host),
            tr(
                "It does not say so plainly. Open it only if you know it.\n\n{link}",
                link=link[:500],
            ),
        )
        if not say.ask(parent, sentence, tr("Open it"), tr("Leave it"), danger=True):
            return
    QDesktopServices.openUrl(url)
