"""Opening links: only kinds that are known, and a question where one may mislead."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from interview_coach.ui.links import address_of, open_link
from tests.ui.conftest import Memory

SCHEMES = ("http", "https", "file", "javascript", "data", "smb", "mailto")


class Browser(QObject):
    """Stands where the system's browser would."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.opened.append(url.toString())


@pytest.fixture
def browser(qapp: object) -> Iterator[Browser]:
    made = Browser()
    for scheme in SCHEMES:
        # The stub asks for bytes, the call takes only text.
        QDesktopServices.setUrlHandler(scheme, made, "take")  # type: ignore[arg-type]
    yield made
    for scheme in SCHEMES:
        QDesktopServices.unsetUrlHandler(scheme)


@pytest.mark.parametrize(
    "link",
    [
        "file:///etc/passwd",
        "javascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "smb://server/share",
        "\\\\server\\share\\x.exe",
        "C:\\Windows\\System32\\calc.exe",
        "/etc/passwd",
        "https://",
        "https://a b.example",
        "",
    ],
)
def test_what_is_no_link_is_never_opened(browser: Browser, voice: Memory, link: str) -> None:
    open_link(link)
    assert browser.opened == []
    assert voice.said == []
    assert address_of(link) is None


def test_a_plain_link_opens_at_once(browser: Browser, voice: Memory) -> None:
    open_link("meet.example.com/abc")
    assert browser.opened == ["https://meet.example.com/abc"]
    assert voice.said == []


def test_one_that_may_mislead_is_asked_about(browser: Browser, voice: Memory) -> None:
    voice.answer = False
    open_link("https://meet.example.com@evil.example/abc")
    assert [said.title for said in voice.said] == ["This link leads to evil.example"]
    assert browser.opened == []
    voice.answer = True
    open_link("https://meet.example.com@evil.example/abc")
    assert len(browser.opened) == 1
