"""The scenes of the guided tour: every page and dialog, each reached by the ways a person has."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QWidget

from interview_coach.app.tour_beside import beside_scenes
from interview_coach.app.tour_safety import safety_scenes

if TYPE_CHECKING:
    from interview_coach.app.session import Session
    from interview_coach.domain.calendar import CalendarFile
    from interview_coach.domain.incoming import Understood
    from interview_coach.domain.interview import InterviewList
    from interview_coach.ui.desk import Desk
    from interview_coach.ui.library.page import LibraryPage
    from interview_coach.ui.shell.window import MainWindow

USUAL = QSize(1280, 820)


@dataclass(frozen=True, slots=True)
class Scene:
    """One picture: its name, how to get there, and the window's size."""

    name: str
    go: Callable[[], object]
    size: QSize = USUAL


def _part(window: MainWindow, interview: str, name: str) -> None:
    """Go to a part of a review, as a click on its name does."""
    from interview_coach.ui.review.jumps import JumpBar

    window.navigator.open("interview", interview, "review")
    bar = next(iter(window.findChildren(JumpBar)))
    next(link for link in bar.links if link.text() == name).click()


def _fill_trash(desk: Desk, interview: str, go: Callable[..., None]) -> None:
    """Delete a line of an interview, then the interview, and look at them in the trash."""
    from interview_coach.store.interview import delete_interview
    from interview_coach.store.prep import checklist, delete_item

    desk.do(delete_item, desk.ask(checklist, interview).items[0].id)
    desk.do(delete_interview, interview)
    go("settings", "", "trash")


def _recover(desk: Desk, interview: str, go: Callable[..., None]) -> None:
    """Open a review as after a crash: one text not saved, and another changed meanwhile."""
    desk.undo()
    desk.undo()
    field = f"review:{interview}:"
    desk.store.scribble(f"{field}surprises", "He had not been told that I was com", "")
    desk.store.scribble(f"{field}went_well", "The royalties. He nodded, and asked", "The royal")
    go("interview", interview, "review")


def empty_scenes(session: Session) -> Iterator[Scene]:
    """What a newcomer sees."""
    window = session.window
    yield Scene("welcome", lambda: None)
    yield Scene("welcome-narrow", lambda: None, QSize(960, 640))
    for page in ("today", "interviews", "timeline", "library", "insights", "reasons", "settings"):
        yield Scene(f"empty-{page}", partial(window.navigator.open, page))


def scenes(session: Session) -> Iterator[Scene]:
    """Every page of the program, full."""
    from interview_coach.domain.interview import Standing
    from interview_coach.store import interviews, reviews
    from interview_coach.ui.offering import VersionsWish

    window, desk = session.window, session.desk
    if desk is None:
        return
    listed: InterviewList = desk.ask(interviews.interview_list)
    go = window.navigator.open
    upcoming = listed.upcoming[0]
    fresh = next(r for r in listed.to_review if not r.review_started)
    begun = next(r for r in listed.to_review if r.review_started)
    waiting = listed.waiting[-1]
    refused = next(
        r for r in listed.closed if r.standing is Standing.REJECTED and (r.forecast or 0) > 80
    )
    offered = next(r for r in listed.closed if r.standing is Standing.OFFER)
    narrow, tall = QSize(960, 640), QSize(1280, 1400)
    yield Scene("today", lambda: go("today"))
    yield Scene("today-narrow", lambda: go("today"), narrow)
    yield Scene("today-wide", lambda: go("today"), QSize(1920, 1080))
    yield Scene("interviews", lambda: go("interviews"))
    yield Scene("interviews-narrow", lambda: go("interviews"), narrow)
    yield Scene("interviews-quiet", lambda: _wait_no_longer(session))
    yield Scene("prepare", lambda: go("interview", upcoming.id, "prepare"))
    yield Scene("prepare-tall", lambda: go("interview", upcoming.id, "prepare"), tall)
    yield Scene("prepare-narrow", lambda: go("interview", upcoming.id, "prepare"), narrow)
    for name, opens in beside_scenes(session, upcoming.id):
        yield Scene(name, opens)
    yield Scene("short-on-time", lambda: go("interview", upcoming.id, "short"))
    yield Scene("the-day", lambda: go("interview", upcoming.id, "interview"))
    yield Scene("cue-card", lambda: go("cue_card", upcoming.id))
    yield Scene("brief", lambda: go("brief", upcoming.id))
    yield Scene("review-recall", lambda: go("interview", fresh.id, "review"))
    yield Scene("review", lambda: go("interview", begun.id, "review"), tall)
    yield Scene("review-narrow", lambda: go("interview", begun.id, "review"), narrow)
    yield Scene("review-signals", lambda: _part(window, begun.id, "Signals"))
    yield Scene("quick-note", lambda: go("quick_note", fresh.id))
    yield Scene("thank-you", lambda: go("thanks", waiting.id))
    yield Scene("review-sealed", lambda: go("interview", refused.id, "review"), tall)
    yield Scene("outcome-open", lambda: go("interview", waiting.id, "outcome"))
    yield Scene("outcome-offer", lambda: go("interview", offered.id, "outcome"))
    yield Scene("outcome-no", lambda: go("interview", refused.id, "outcome"), tall)
    yield Scene("outcome-no-narrow", lambda: go("interview", refused.id, "outcome"), narrow)
    whole = refused.opportunity_id
    yield Scene("opportunity", lambda: go("opportunity", listed.no_round[0].id))
    yield Scene("opportunity-whole", lambda: go("opportunity", whole), tall)
    yield Scene("opportunity-whole-narrow", lambda: go("opportunity", whole), narrow)
    from interview_coach.ui.library.tabs import Shelf

    for shelf in Shelf:
        yield Scene(f"library-{shelf}", partial(_shelf, window, shelf))
    yield Scene("library-narrow", partial(_shelf, window, "stories"), narrow)
    yield Scene("library-people-narrow", partial(_shelf, window, "people"), narrow)
    yield Scene("library-templates-narrow", partial(_shelf, window, "templates"), narrow)
    yield Scene("timeline", lambda: go("timeline"))
    yield Scene("timeline-narrow", lambda: go("timeline"), narrow)
    yield Scene("timeline-search", lambda: _search(window, "pipeline test"))
    yield Scene("insights", lambda: go("insights"), tall)
    yield Scene("insights-narrow", lambda: go("insights"), narrow)
    yield Scene("reasons", lambda: go("reasons"))
    yield Scene("reasons-narrow", lambda: go("reasons"), narrow)
    yield Scene("settings-after-no", lambda: go("settings", "", "after_no"))
    yield Scene("settings-reminders", lambda: go("settings", "", "reminders"))
    for name, comes, size in safety_scenes(session):
        yield Scene(name, comes, size or USUAL)
    yield Scene("trash", lambda: _fill_trash(desk, upcoming.id, go), tall)
    yield Scene("review-recovered", lambda: _recover(desk, begun.id, go), tall)
    form = desk.ask(reviews.review_form, begun.id)
    text = VersionsWish("review.went_well", form.review_id or "")
    other = VersionsWish("review.surprises", form.review_id or "")
    later: list[tuple[str, Callable[[], object]]] = [
        ("dialog-new-interview", lambda: go("new_interview")),
        ("dialog-edit-interview", lambda: go("edit_interview", upcoming.id)),
        ("dialog-opportunity", lambda: go("new_opportunity")),
        ("dialog-import", lambda: session.menu.arrivals.show_preview(_sent_from_elsewhere(desk))),
        ("dialog-passphrase", lambda: ask_passphrase(window, new=True)),
        ("dialog-unlock", lambda: ask_passphrase(window, new=False)),
        ("dialog-posting", lambda: go("posting")),
        ("dialog-posting-read", lambda: _read_posting(session)),
        ("dialog-requirements", lambda: _propose(session, upcoming.id)),
        ("dialog-expect", lambda: _expect(window, upcoming.id)),
        ("dialog-duplicates", lambda: _library(window).open_duplicates()),
        ("dialog-resume", lambda: session.menu.arrivals.show_preview(_resume())),
        ("dialog-template-line", lambda: _template_line(window)),
        ("dialog-table", lambda: _import_table(session)),
        ("dialog-calendar-events", lambda: session.menu.calendars.show_file(_invitations())),
        ("dialog-invitation", partial(_look_over, session, "tidewater-4711")),
        ("dialog-invitation-moved", partial(_look_over, session, "northwind-2411")),
        ("dialog-versions", lambda: desk.versions_wanted.emit(text)),
        ("dialog-no-versions", lambda: desk.versions_wanted.emit(other)),
        ("find-anything", session.menu.find_anything),
        ("shortcuts", session.menu.show_shortcuts),
    ]
    later.append(("dialog-writing", lambda: _write(window, refused.id)))
    for name, opens in later:
        # Some dialogs run a loop of their own until they are closed.
        yield Scene(name, partial(QTimer.singleShot, 0, opens))
    reminding = session.reminding
    if reminding is not None:
        # Last, as it stays above every page.
        yield Scene("reminder", lambda: (go("timeline"), reminding.check()))  # type: ignore[func-returns-value]
        yield Scene("reminder-narrow", lambda: go("timeline"), narrow)


def _expect(window: MainWindow, interview: str) -> None:
    from interview_coach.ui.prep.expected import ExpectedCard

    window.navigator.open("interview", interview, "prepare")
    next(iter(window.findChildren(ExpectedCard))).open_choice()


def _write(window: MainWindow, interview: str) -> None:
    from interview_coach.ui.outcome.after_no import AfterNoCard

    window.navigator.open("interview", interview, "outcome")
    page = next(iter(window.findChildren(AfterNoCard))).open_page()
    page.text.insertPlainText(
        "What matters to me is that what I build is used by people I can meet. That was so before."
    )


def _invitations() -> CalendarFile:
    """A calendar of fictional invitations."""
    from interview_coach.domain.incoming import unheard
    from interview_coach.exchange.calendar.reading import read
    from interview_coach.shipped import folder

    return read((folder("sample") / "invitations.ics").read_bytes(), "", unheard)


def _look_over(session: Session, name: str) -> None:
    event = next(e for e in _invitations().events if e.uid.startswith(name))
    session.menu.calendars.look_over(event)


def _sent_from_elsewhere(desk: Desk) -> Understood:
    """What was exported here, as it might come back from another computer."""
    from interview_coach import __version__
    from interview_coach.domain.document import Document
    from interview_coach.domain.incoming import Understood
    from interview_coach.store.document import everything

    schema, tables = desk.ask(everything)
    company, interview = tables["company"][0], tables["interview"][0]
    company["notes"] = "They moved to the new building by the river. Ask for the second floor."
    interview["place"], interview["minutes"] = "Room 4, second floor", 75
    review = next(row for row in tables["review"] if row["sealed_at"] is None)
    review["sealed_at"] = review["changed_at"]
    review["went_well"] = "The story about the migration: they asked for the numbers."
    found = Document(1, schema, desk.now(), __version__, tables)
    return Understood("archive", "interview-coach-2026-11-22.zip", found)


def ask_passphrase(window: QWidget, *, new: bool) -> None:
    """Ask for a passphrase, as an export and a locked file do."""
    from interview_coach.ui.passphrase import PassphraseDialog

    PassphraseDialog("interview-coach-2026-11-22.zip.age", window, new=new).open()


def _read_posting(session: Session) -> None:
    from interview_coach.domain.posting import Found, Posting

    text = (
        "We keep the letters of a whole town, and we want them to be found.\n\nRequirements\n"
        "- Three years with large collections\n- Patience with old handwriting"
    )
    dialog = session.menu.incoming.new_from_posting()
    if dialog is not None:
        dialog.take(
            Posting(
                "Data Steward",
                "Wren Archives",
                places=("Delft, Netherlands", "Remote"),
                pay="42,000–51,000 EUR per year",
                url="https://northwind.example.com/jobs/senior-data-engineer",
                text=text,
                found=Found.STRUCTURED,
            )
        )


def _propose(session: Session, interview: str) -> None:
    window = session.window
    window.navigator.open("interview", interview, "prepare")
    page = next(p for p in window.findChildren(QWidget) if type(p).__name__ == "RequirementsCard")
    page.propose()  # type: ignore[attr-defined]


def _import_table(session: Session) -> None:
    from interview_coach.domain.incoming import Understood
    from interview_coach.domain.table import Table

    header = ("Company", "Position", "Date Applied", "Interview", "Status", "Link", "Colour")
    rows = (
        (
            "Wren Archives",
            "Data Steward",
            "03/04/2026",
            "",
            "Rejected",
            "https://wren.example/1",
            "red",
        ),
        ("Ferry Line", "Planner", "05/06/2026", "2026-06-12 14:00", "Heard back", "", "blue"),
        ("Quay & Sons", "Data Engineer", "07/06/2026", "", "Applied", "", ""),
    )
    found = Table("applications.csv", header, rows, (2, 3, 4), ",")
    if session.desk is not None:
        from interview_coach.ui.tables.dialog import TableDialog

        TableDialog(
            session.desk, Understood("table", "applications.csv", found), session.window
        ).open()


def _library(window: MainWindow) -> LibraryPage:
    from interview_coach.ui.library.page import LibraryPage

    window.navigator.open("library")
    return next(iter(window.findChildren(LibraryPage)))


def _shelf(window: MainWindow, shelf: str) -> None:
    _library(window).show_shelf(shelf)


def _template_line(window: MainWindow) -> None:
    _shelf(window, "templates")
    _library(window).panes.template.buttons["add"].click()


def _resume() -> Understood:
    from interview_coach.domain.incoming import Understood
    from interview_coach.domain.resume import Resume, story_of

    lines = (
        "Cut the nightly load from six hours to forty minutes",
        "Taught a team of four to test",
    )
    where = ("Data engineer", "Lumen Media", "2019-03 –")
    stories = tuple(story_of(line, where, "Reports for a newsroom.", "SQL") for line in lines)
    return Understood("resume", "cv.json", Resume("Robin Example", stories, 1))


def _search(window: QWidget, query: str) -> None:
    from PySide6.QtWidgets import QLineEdit

    page = next(p for p in window.findChildren(QWidget) if type(p).__name__ == "TimelinePage")
    field = page.findChildren(QLineEdit)[0]
    field.setText(query)
    field.textEdited.emit(query)


def _wait_no_longer(session: Session) -> None:
    """What would have gone quiet in two months, were nothing heard until then."""
    from interview_coach.store.silence import silent
    from interview_coach.ui.interviews.quiet_dialog import QuietDialog

    desk = session.desk
    if desk is None:
        return
    session.window.navigator.open("interviews")
    later = desk.now().date() + timedelta(days=60)
    QuietDialog(desk, desk.ask(silent, later, desk.local()), session.window).open()
