"""Opens the dialogs that the navigator asks for."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from interview_coach.domain.changes import Place
from interview_coach.domain.interview import InterviewDraft
from interview_coach.domain.trouble import Trouble
from interview_coach.store import interviews, opportunity
from interview_coach.ui import say, words
from interview_coach.ui.desk import Desk
from interview_coach.ui.interviews.form import DraftDialog
from interview_coach.ui.interviews.interview_dialog import InterviewDialog, fresh_draft
from interview_coach.ui.interviews.opportunity_dialog import OpportunityDialog
from interview_coach.ui.interviews.reschedule_dialog import RescheduleDialog
from interview_coach.ui.navigator import Navigator
from interview_coach.ui.readers import Readers

_FRIDAY = 4


def round_draft(desk: Desk, key: str) -> InterviewDraft:
    """A draft of an opportunity's next round: from its last one, or from the opportunity itself."""
    found = desk.ask(interviews.next_round_draft, key)
    if found is not None:
        # A week later may be a weekend: few rounds are held then.
        weekend = max(0, found.start.weekday() - _FRIDAY)
        days = timedelta(days=3 - weekend) if weekend else timedelta()
        return replace(found, start=found.start + days)
    head = desk.ask(opportunity.opportunity_head, key)
    return replace(
        fresh_draft(desk),
        company=head.company,
        title=head.title,
        posting_text=head.draft.posting_text,
        opportunity_id=key,
    )


def make_dialog(
    place: Place,
    desk: Desk,
    navigator: Navigator,
    parent: QWidget | None,
    readers: Readers | None = None,
) -> DraftDialog | None:
    """The dialog for a place, not yet open; None where no dialog is meant. Raises `Trouble`."""
    dialog: DraftDialog
    if place.kind == "new_interview":
        draft = round_draft(desk, place.id) if place.id else None
        dialog = InterviewDialog(desk, parent, draft, readers=readers)
        dialog.saved.connect(partial(_open, navigator, "interview", "prepare"))
    elif place.kind == "edit_interview":
        dialog = InterviewDialog(desk, parent, None, place.id, readers)
    elif place.kind == "reschedule_interview":
        dialog = RescheduleDialog(desk, parent, place.id)
    elif place.kind == "new_opportunity":
        dialog = OpportunityDialog(desk, parent)
        dialog.saved.connect(partial(_open, navigator, "opportunity", ""))
    elif place.kind == "edit_opportunity":
        dialog = OpportunityDialog(desk, parent, place.id)
    else:
        return None
    return dialog


def _open(navigator: Navigator, kind: str, step: str, key: str) -> None:
    navigator.open(kind, key, step)


def open_dialog(
    place: Place,
    desk: Desk,
    navigator: Navigator,
    parent: QWidget | None,
    readers: Readers | None = None,
) -> bool:
    """Open the dialog that a place asks for; whether it is one of ours.

    Kinds: "new_interview" (the id of an opportunity for its next round, or ""), "edit_interview",
    "reschedule_interview", "new_opportunity", "edit_opportunity".
    """
    try:
        dialog = make_dialog(place, desk, navigator, parent, readers)
    except Trouble as trouble:
        say.warn(parent, words.trouble(trouble))
        return True
    if dialog is None:
        return False
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return True
