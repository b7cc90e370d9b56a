"""From a posting to an opportunity: read, looked over, and only then saved."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from interview_coach.app.reading import readers
from interview_coach.domain.incoming import Refused, Told, Understood
from interview_coach.domain.interview import OpportunityDraft
from interview_coach.domain.posting import Found, Posting
from interview_coach.store import interviews, opportunity
from interview_coach.ui.desk import Desk
from interview_coach.ui.interviews.interview_dialog import InterviewDialog
from interview_coach.ui.interviews.posting_dialog import PostingDialog
from interview_coach.ui.readers import Readers
from tests.ui.conftest import Memory
from tests.ui.interviews.conftest import Opener, scratch

POSTINGS = Path(__file__).parents[2] / "exchange" / "postings"
READ = Posting(
    title="Baker",
    company="Tarn",
    places=("Lower Vale", "Remote"),
    pay="20 EUR per hour",
    url="https://tarn.example/jobs/7",
    posted_on=date(2026, 11, 1),
    closes_on=date(2026, 11, 10),
    text="We bake.\n\nRequirements\n- An oven\n- Patience",
    found=Found.STRUCTURED,
)


class Reading:
    """Readers that tests answer for: what was asked, and what comes."""

    def __init__(self) -> None:
        self.asked: list[Any] = []
        self.answer: Posting | Exception = READ
        self.wait: threading.Event | None = None

    def read(self, what: object, told: Told) -> Posting:
        self.asked.append(what)
        while self.wait is not None and not self.wait.wait(0.01):
            told(1, 3)
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer

    @property
    def readers(self) -> Readers:
        def file(path: Path, told: Told) -> Understood:
            return Understood("posting", path.name, self.read(path, told))

        return Readers(file, self.read, self.read)


@pytest.fixture
def reading() -> Iterator[Reading]:
    made = Reading()
    yield made
    if made.wait is not None:
        made.wait.set()


@pytest.fixture
def made(desk: Desk, opened: Opener, reading: Reading) -> PostingDialog:
    dialog = PostingDialog(desk, None, reading.readers)
    opened(dialog)
    return dialog


def read(dialog: PostingDialog, qtbot: QtBot, start: Callable[[], object]) -> None:
    with qtbot.waitSignal(dialog.source.understood):
        start()
    assert dialog.form_shown
    # Nothing was thrown away, and nobody asked for another one.
    assert not dialog.brought_back.isVisible()
    assert not dialog.first_this.isVisible()


def untick(dialog: PostingDialog, place: int) -> None:
    """Take the tick of a proposal away, by its key."""
    QTest.keyClick(dialog.asks.stops[2 * place], Qt.Key.Key_Space)


def heads(desk: Desk) -> list[OpportunityDraft]:
    rows = desk.ask(interviews.interview_list).no_round
    return [desk.ask(opportunity.opportunity_head, row.id).draft for row in rows]


def asked_for(desk: Desk) -> list[str]:
    return [
        text
        for (text,) in desk.store._raw_reader.execute(
            "SELECT text FROM requirement ORDER BY position"
        )
    ]


def test_nothing_is_saved_before_it_was_looked_over(
    made: PostingDialog, desk: Desk, reading: Reading, qtbot: QtBot
) -> None:
    assert made.source.isVisible()
    assert not made.save_button.isVisible()
    QTest.keyClicks(made.source.text, "We bake, and you")
    read(made, qtbot, made.source.read_button.click)
    assert reading.asked == ["We bake, and you"]
    assert heads(desk) == []
    assert not made.source.isVisible()
    assert made.draft() == READ.draft()
    assert made.asks.proposals == [("An oven", True), ("Patience", True)]
    assert "It closed on" in made.origin.text()


def test_each_field_can_be_changed_before_it_is_saved(
    made: PostingDialog, desk: Desk, qtbot: QtBot
) -> None:
    read(made, qtbot, lambda: made.read_text("x"))
    QTest.keyClicks(made.place, ", by bus")
    made.closes_on.known.click()
    QTest.keyClicks(made.asks.stops[1], "Mine: ")
    untick(made, 1)
    with qtbot.waitSignal(made.saved):
        made.save_button.click()
    (draft,) = heads(desk)
    wanted = replace(READ.draft(), closes_on=None, place=made.draft().place)
    assert "by bus" in draft.place
    assert draft == wanted
    (text,) = asked_for(desk)
    assert text == "Mine: An oven"
    desk.undo()
    assert heads(desk) == []
    assert scratch(desk, "dialog:posting") is None


def test_a_file_and_an_address_are_read_too(
    made: PostingDialog, reading: Reading, qtbot: QtBot, tmp_path: Path
) -> None:
    read(made, qtbot, lambda: made.read_file(tmp_path / "a.pdf"))
    made.again.click()
    assert not made.form_shown
    assert not made.source.fetch_button.isEnabled()
    QTest.keyClicks(made.source.address, "tarn.example/jobs/7")
    # Only the click fetches.
    assert reading.asked == [tmp_path / "a.pdf"]
    read(made, qtbot, made.source.fetch_button.click)
    assert reading.asked[1:] == ["tarn.example/jobs/7"]


def test_what_cannot_be_read_is_said_beside_where_it_was_given(
    made: PostingDialog, reading: Reading, qtbot: QtBot
) -> None:
    reading.answer = Refused("refused_by_site", status=403)
    QTest.keyClicks(made.source.address, "tarn.example")
    made.source.fetch_button.click()
    qtbot.waitUntil(lambda: bool(made.source.address_field.error))
    assert "save it, and choose the file" in made.source.address_field.error
    assert not made.form_shown
    QTest.keyClicks(made.source.address, "/a")
    assert not made.source.address_field.error
    reading.answer = Refused("password")
    made.read_file(Path("a.pdf"))
    qtbot.waitUntil(lambda: bool(made.source.text_field.error))
    assert "password" in made.source.text_field.error


def test_reading_shows_how_far_it_is_and_can_be_stopped(
    made: PostingDialog, reading: Reading, qtbot: QtBot
) -> None:
    reading.wait = threading.Event()
    made.read_text("x")
    qtbot.waitUntil(lambda: made.source.bar.value() == 1)
    assert made.source.cancel.isVisible()
    assert not made.source.file_button.isEnabled()
    made.source.cancel.click()
    qtbot.waitUntil(lambda: not made.source.cancel.isVisible())
    assert made.source.said.text().startswith("Stopped.")
    assert not made.form_shown
    assert made.source.file_button.isEnabled()


def test_closing_does_not_wait_for_a_page(
    made: PostingDialog, reading: Reading, qtbot: QtBot
) -> None:
    reading.wait = threading.Event()
    made.read_text("x")
    qtbot.waitUntil(lambda: bool(reading.asked))
    made.reject()
    assert not made.isVisible()


def test_a_paste_that_no_field_could_show_is_read_whole(
    made: PostingDialog, reading: Reading, qtbot: QtBot
) -> None:
    source = "<html>" + "a" * 300_000
    QGuiApplication.clipboard().setText(source)
    made.source.text.setFocus()
    read(made, qtbot, made.source.text.paste)
    assert reading.asked == [source]


def test_the_one_that_is_there_already_is_brought_up_to_date(
    made: PostingDialog, desk: Desk, qtbot: QtBot
) -> None:
    known = OpportunityDraft(
        "Tarn", "Night Baker", posting_url="http://www.tarn.example/jobs/7/", notes="Mine"
    )
    key = desk.do(opportunity.add_opportunity, known)
    read(made, qtbot, lambda: made.read_text("x"))
    assert made.same.isVisible()
    assert made.same.value == key
    assert "Night Baker at Tarn (same address)" in made.same.currentText()
    assert made.save_button.text() == "Bring up to date"
    made.save_button.click()
    (draft,) = heads(desk)
    assert (draft.title, draft.notes, draft.posting_text) == ("Baker", "Mine", READ.text)


def test_it_may_be_another_one_all_the_same(made: PostingDialog, desk: Desk, qtbot: QtBot) -> None:
    desk.do(opportunity.add_opportunity, OpportunityDraft("Tarn", "Baker"))
    read(made, qtbot, lambda: made.read_text("x"))
    # Only the name is the same, which says less than an address.
    assert made.same.value == ""
    assert made.same.count() == 2
    assert made.save_button.text() == "Add opportunity"
    made.save_button.click()
    assert len(heads(desk)) == 2


def test_the_one_that_is_there_can_be_opened_instead(
    made: PostingDialog, desk: Desk, qtbot: QtBot, voice: Memory
) -> None:
    key = desk.do(opportunity.add_opportunity, OpportunityDraft("Tarn", "Baker"))
    QTest.keyClicks(made.source.text, "We bake, and you")
    read(made, qtbot, made.source.read_button.click)
    with qtbot.waitSignal(made.open_wanted) as wanted:
        made.open_same.click()
    assert wanted.args == [key]
    assert not made.isVisible()
    assert voice.said
    assert len(heads(desk)) == 1


def test_what_is_missing_is_asked_for(made: PostingDialog, reading: Reading, qtbot: QtBot) -> None:
    reading.answer = replace(READ, company="", title="")
    read(made, qtbot, lambda: made.read_text("x"))
    assert made.company.hasFocus()
    made.save()
    assert made.fields["company"].error
    assert made.fields["title"].error
    assert made.isVisible()


def test_it_all_stands_there_again_after_a_crash(
    made: PostingDialog, desk: Desk, opened: Opener, reading: Reading, qtbot: QtBot
) -> None:
    read(made, qtbot, lambda: made.read_text("x"))
    untick(made, 0)
    desk.scribble_all()
    again = PostingDialog(desk, None, reading.readers)
    opened(again)
    assert again.restored.isVisible()
    assert again.form_shown
    assert again.draft() == READ.draft()
    assert again.asks.proposals == [("An oven", False), ("Patience", True)]
    again.start_afresh()
    assert again.source.isVisible()


def test_a_dropped_file_is_read(made: PostingDialog, reading: Reading, qtbot: QtBot) -> None:
    from interview_coach.ui.readers import dropped_file

    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/somewhere/a.html")])
    assert dropped_file(data) == Path("/somewhere/a.html")
    data.setUrls([QUrl("https://tarn.example")])
    assert dropped_file(data) is None


def test_a_real_page_goes_all_the_way(desk: Desk, opened: Opener, qtbot: QtBot) -> None:
    dialog = PostingDialog(desk, None, readers())
    opened(dialog)
    read(dialog, qtbot, lambda: dialog.read_file(POSTINGS / "professional-network.html"))
    dialog.save()
    (draft,) = heads(desk)
    assert (draft.company, draft.title, draft.place) == (
        "Quay & Sons",
        "Site Engineer",
        "Leith, Scotland, GB",
    )
    assert asked_for(desk) == ["Five years on site", "R&D of concrete"]


def test_a_new_interview_offers_to_read_what_was_pasted(
    desk: Desk, opened: Opener, reading: Reading, qtbot: QtBot
) -> None:
    dialog = InterviewDialog(desk, readers=reading.readers)
    opened(dialog)
    QGuiApplication.clipboard().setText("short")
    dialog.posting.paste()
    assert not dialog.offer.isVisible()
    QGuiApplication.clipboard().setText("<p>We bake.</p>" * 30)
    QTest.keyClicks(dialog.role, "Head Baker")
    dialog.posting.paste()
    assert dialog.offer.isVisible()
    with qtbot.waitSignal(dialog.offer.understood):
        dialog.offer.link.click()
    # What was typed stays; what was not is filled in.
    assert (dialog.company.text(), dialog.role.text()) == ("Tarn", "Head Baker")
    assert dialog.posting.text == READ.text
    qtbot.waitUntil(lambda: not dialog.offer.isVisible())


def test_where_reading_fails_the_paste_stays(
    desk: Desk, opened: Opener, reading: Reading, qtbot: QtBot
) -> None:
    dialog = InterviewDialog(desk, readers=reading.readers)
    opened(dialog)
    QGuiApplication.clipboard().setText("We bake. " * 60)
    dialog.posting.paste()
    before = dialog.posting.text
    reading.answer = Refused("too_little")
    dialog.offer.link.click()
    qtbot.waitUntil(dialog.offer.link.isVisible)
    assert dialog.posting.text == before
    assert dialog.company.text() == ""


def test_what_was_read_from_a_file_is_let_go_unasked(
    made: PostingDialog, qtbot: QtBot, voice: Memory
) -> None:
    read(made, qtbot, lambda: made.read_file(Path("a.pdf")))
    made.reject()
    assert not made.isVisible()
    assert voice.said == []
