"""The tour's scenes of what keeps data safe: backups, the look inside, trouble at the start."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize

if TYPE_CHECKING:
    from interview_coach.app.session import Session


def safety_scenes(session: Session) -> Iterator[tuple[str, Callable[[], object], QSize | None]]:
    """Each scene's name, how to get there, and a size other than the usual."""
    yield "settings", partial(_with_a_backup, session), QSize(1280, 1400)
    yield "settings-narrow", partial(_with_a_backup, session), QSize(960, 1400)
    yield "settings-inside", partial(_inside, session), None
    for code in ("damaged", "lost", "link", "busy"):
        yield f"trouble-{code}", partial(_trouble, session, code), None
    yield "trouble-report", partial(_report, session), None


def _with_a_backup(session: Session) -> None:
    """Settings with one backup made before the last thing that was done, and a second place."""
    from interview_coach.domain.interview import OpportunityDraft
    from interview_coach.store import opportunity, second_place

    if session.desk is None:
        return
    if second_place.second_place(session.folder) is None:
        stick = session.folder / "stick"
        stick.mkdir()
        second_place.choose(session.folder, stick)
        session.desk.store.back_up()
        session.desk.store.copy_to_second_place()
        session.desk.do(opportunity.add_opportunity, OpportunityDraft("Later", "Tester"))
    session.window.navigator.open("settings")


def _inside(session: Session) -> None:
    from interview_coach.store import backup
    from interview_coach.ui.settings.page import SettingsPage

    page = session.window.page("settings")
    made = backup.found(session.folder)
    if isinstance(page, SettingsPage) and made:
        page.caring.look(made[0])


def _trouble(session: Session, code: str) -> None:
    from interview_coach.app.trouble import TroubleDialog
    from interview_coach.domain.trouble import Trouble

    trouble = Trouble(code, target=str(session.folder / "elsewhere" / "interview-coach.db"))
    TroubleDialog(trouble, session.folder, session.clock, session.window).open()


def _report(session: Session) -> None:
    from interview_coach.app.trouble import ReportDialog
    from interview_coach.domain.salvage import Salvaged, TableRead
    from interview_coach.store.salvage import Rescued

    tables = {"interview": TableRead(34, 1, 0, 34), "prep_item": TableRead(281, 0, 2, 290)}
    report = Salvaged(tables, 7, {"opportunity": 1}, 2)
    kept = session.folder / "interview-coach-kept-20261122T210000Z.db"
    ReportDialog(Rescued(report, kept), session.window).open()
