"""The names of deeds, as menus and notes say them; reached through `words`."""

from __future__ import annotations

from interview_coach.domain.changes import Changes, Label, Way
from interview_coach.ui.text import Marked, mark, tr, tr_marked

_LABELS: dict[str, Marked] = {
    "add_interview": mark("Add interview"),
    "edit_interview": mark("Edit interview"),
    "reschedule_interview": mark("Reschedule interview"),
    "call_off_interview": mark("Call interview off"),
    "restore_interview": mark("Interview takes place"),
    "mark_not_held": mark("Interview did not happen"),
    "delete_interview": mark("Delete interview"),
    "set_interview_notes": mark("Edit notes"),
    "jot": mark("Jot a line"),
    "take_invitation": mark("Add interview from a calendar"),
    "follow_invitation": mark("Move interview with its invitation"),
    "call_off_invited": mark("Call interview off with its invitation"),
    "add_opportunity": mark("Add opportunity"),
    "edit_opportunity": mark("Edit opportunity"),
    "archive_opportunity": mark("Archive opportunity"),
    "unarchive_opportunity": mark("Take opportunity from the archive"),
    "delete_opportunity": mark("Delete opportunity"),
    "add_requirement": mark("Add requirement"),
    "edit_requirement": mark("Edit requirement"),
    "delete_requirement": mark("Delete requirement"),
    "apply_template": mark("Add items from a template"),
    "copy_points": mark("Copy points"),
    "note_rehearsal": mark("Said out loud"),
    "close_lesson": mark("Tick lesson"),
    "phrase_lesson": mark("Word lesson"),
    "delete_lesson": mark("Delete lesson"),
    "set_felt": mark("How it felt"),
    "finish_recall": mark("That is all I remember"),
    "rate_review": mark("Rate"),
    "write_review": mark("Edit review"),
    "set_forecast": mark("Forecast"),
    "set_promised": mark("Promised date"),
    "add_asked": mark("Add question"),
    "edit_asked": mark("Edit question"),
    "rate_asked": mark("Rate answer"),
    "set_next_time": mark("Edit “next time”"),
    "delete_asked": mark("Delete question"),
    "add_signal": mark("Add signal"),
    "edit_signal": mark("Edit signal"),
    "delete_signal": mark("Delete signal"),
    "cover_item": mark("Tick planned point"),
    "seal_review": mark("Seal review"),
    "add_remark": mark("Add remark"),
    "delete_remark": mark("Delete remark"),
    "record_outcome": mark("Record outcome"),
    "edit_outcome": mark("Edit outcome"),
    "answer_offer": mark("Answer offer"),
    "note_words": mark("Edit their words"),
    "delete_outcome": mark("Delete outcome"),
    "weigh_reason": mark("Weigh reason"),
    "delete_reason": mark("Delete reason"),
    "carry_on": mark("Carry on"),
    "take_posting": mark("Take over a posting"),
    "add_requirements": mark("Add requirements"),
    "restore_batch": mark("Restore from the trash"),
    "restore_version": mark("Restore an earlier version"),
    "empty_trash": mark("Empty the trash"),
    "set_setting": mark("Change setting"),
    "load_sample": mark("Load the sample data"),
    "import_document": mark("Import"),
}
_BY_SECTION: dict[tuple[str, str], Marked] = {
    ("add_prep_item", "research"): mark("Add research"),
    ("add_prep_item", "talking_point"): mark("Add talking point"),
    ("add_prep_item", "story"): mark("Add story"),
    ("add_prep_item", "question"): mark("Add question to ask"),
    ("add_prep_item", "logistics"): mark("Add logistics"),
    ("edit_prep_item", "research"): mark("Edit research"),
    ("edit_prep_item", "talking_point"): mark("Edit talking point"),
    ("edit_prep_item", "story"): mark("Edit story"),
    ("edit_prep_item", "question"): mark("Edit question to ask"),
    ("edit_prep_item", "logistics"): mark("Edit logistics"),
    ("move_prep_item", "research"): mark("Move research"),
    ("move_prep_item", "talking_point"): mark("Move talking point"),
    ("move_prep_item", "story"): mark("Move story"),
    ("move_prep_item", "question"): mark("Move question to ask"),
    ("move_prep_item", "logistics"): mark("Move logistics"),
    ("delete_prep_item", "research"): mark("Delete research"),
    ("delete_prep_item", "talking_point"): mark("Delete talking point"),
    ("delete_prep_item", "story"): mark("Delete story"),
    ("delete_prep_item", "question"): mark("Delete question to ask"),
    ("delete_prep_item", "logistics"): mark("Delete logistics"),
}


def label(found: Label) -> str:
    """The name of a deed, as it stands in the menu."""
    section = found.args.get("section")
    if section is not None:
        return tr_marked(_BY_SECTION[found.code, str(section)])
    if found.code == "tick_prep_item":
        return tr("Tick item") if found.args.get("done") else tr("Untick item")
    return tr_marked(_LABELS[found.code])


_DONE: dict[str, Marked] = {
    "delete_interview": mark("Interview deleted"),
    "delete_opportunity": mark("Opportunity deleted"),
    "delete_prep_item": mark("Item deleted"),
    "delete_requirement": mark("Requirement deleted"),
    "add_requirements": mark("Requirements added"),
    "delete_lesson": mark("Lesson deleted"),
    "delete_asked": mark("Question deleted"),
    "delete_signal": mark("Signal deleted"),
    "delete_remark": mark("Remark deleted"),
    "delete_outcome": mark("Outcome taken back"),
    "delete_reason": mark("Reason deleted"),
    "archive_opportunity": mark("Opportunity archived"),
    "call_off_interview": mark("Interview called off"),
    "reschedule_interview": mark("Interview moved"),
    "follow_invitation": mark("Interview moved with its invitation"),
    "call_off_invited": mark("Interview called off"),
    "mark_not_held": mark("Noted that it did not happen"),
    "record_outcome": mark("Outcome recorded"),
    "seal_review": mark("Review sealed"),
    "carry_on": mark("Carried on"),
    "apply_template": mark("Items added"),
    "copy_points": mark("Points copied"),
    "restore_batch": mark("Restored"),
    "import_document": mark("Imported"),
}


def done(found: Label) -> str:
    """What the small note says of a deed that takes something out of sight; nothing of others."""
    return tr_marked(_DONE[found.code]) if found.code in _DONE else ""


def undo_text(found: Label | None) -> str:
    """The menu's line: Undo delete talking point."""
    if found is None:
        return tr("Undo")
    name = label(found)
    return tr("Undo {what}", what=name[:1].lower() + name[1:])


def redo_text(found: Label | None) -> str:
    """The menu's line: Redo delete talking point."""
    if found is None:
        return tr("Redo")
    name = label(found)
    return tr("Redo {what}", what=name[:1].lower() + name[1:])


def done_text(changes: Changes) -> str:
    """What the small note at the bottom says after an undo or a redo."""
    name = label(changes.label)
    if changes.way is Way.UNDONE:
        return tr("Undone: {what}", what=name[:1].lower() + name[1:])
    return tr("Redone: {what}", what=name[:1].lower() + name[1:])
