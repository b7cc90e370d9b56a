"""The names of deeds, as menus and notes say them; reached through `words`."""

from __future__ import annotations

from interview_coach.domain.changes import Changes, Label, Way
from interview_coach.domain.trouble import Args
from interview_coach.ui.text import Marked, mark, tr, tr_marked

_LABELS: dict[str, Marked] = {
    "add_interview": mark("Add interview"),
    "edit_interview": mark("Edit interview"),
    "reschedule_interview": mark("Reschedule interview"),
    "call_off_interview": mark("Cancel interview"),
    "restore_interview": mark("Put interview back on"),
    "mark_not_held": mark("Note that the interview did not happen"),
    "delete_interview": mark("Delete interview"),
    "set_interview_notes": mark("Edit interview notes"),
    "jot": mark("Jot a line"),
    "take_invitation": mark("Add interview from a calendar"),
    "follow_invitation": mark("Move interview with its invitation"),
    "call_off_invited": mark("Cancel interview with its invitation"),
    "add_opportunity": mark("Add opportunity"),
    "edit_opportunity": mark("Edit opportunity"),
    "archive_opportunity": mark("Archive opportunity"),
    "put_aside_silent": mark("Put aside what went quiet"),
    "unarchive_opportunity": mark("Take opportunity from the archive"),
    "delete_opportunity": mark("Delete opportunity"),
    "add_requirement": mark("Add requirement"),
    "edit_requirement": mark("Edit requirement"),
    "delete_requirement": mark("Delete requirement"),
    "add_research_note": mark("Add research note"),
    "edit_research_note": mark("Edit research note"),
    "move_research_note": mark("Move research note"),
    "delete_research_note": mark("Delete research note"),
    "disprove_note": mark("Mark as proved wrong"),
    "undisprove_note": mark("Let research note stand again"),
    "add_pay_talk": mark("Add what was said about pay"),
    "edit_pay_talk": mark("Edit what was said about pay"),
    "delete_pay_talk": mark("Delete what was said about pay"),
    "apply_template": mark("Add items from a template"),
    "copy_points": mark("Copy points"),
    "note_rehearsal": mark("Note that it was said out loud"),
    "close_lesson": mark("Mark lesson"),
    "phrase_lesson": mark("Word lesson"),
    "check_lesson": mark("Check lesson"),
    "set_lesson_topic": mark("Set topic of lesson"),
    "delete_lesson": mark("Delete lesson"),
    "add_expected": mark("Add expected question"),
    "expect_questions": mark("Add expected questions"),
    "edit_expected": mark("Edit expected question"),
    "move_expected": mark("Move expected question"),
    "delete_expected": mark("Delete expected question"),
    "match_expected": mark("Match expected question"),
    "note_expected": mark("Note that an expected question came"),
    "set_felt": mark("Say how it felt"),
    "finish_recall": mark("Finish remembering"),
    "set_forecast": mark("Set forecast"),
    "set_promised": mark("Set promised date"),
    "add_asked": mark("Add question they asked"),
    "edit_asked": mark("Edit question they asked"),
    "rate_asked": mark("Rate my answer"),
    "set_next_time": mark("Edit “next time”"),
    "delete_asked": mark("Delete question they asked"),
    "add_signal": mark("Add signal"),
    "edit_signal": mark("Edit signal"),
    "delete_signal": mark("Delete signal"),
    "set_meaning": mark("Edit what a signal may mean"),
    "set_confidence": mark("Say how sure I am"),
    "capture_felt": mark("Say how it felt"),
    "capture_asked": mark("Add question they asked"),
    "capture_text": mark("Edit review"),
    "capture_promised": mark("Set promised date"),
    "refuse_likeness": mark("Say that two questions are not the same"),
    "write_thanks": mark("Edit thank-you note"),
    "tick_thanks": mark("Tick thank-you"),
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
    "learn_more": mark("Note what came to light"),
    "forget_earlier": mark("Remove earlier state of reason"),
    "delete_reason": mark("Delete reason"),
    "keep_writing": mark("Keep what I wrote"),
    "delete_writing": mark("Delete what I wrote"),
    "carry_on": mark("Carry lessons on"),
    "import_table": mark("Import a table"),
    "take_posting": mark("Take over a posting"),
    "add_requirements": mark("Add requirements"),
    "add_library_item": mark("Add to the library"),
    "write_library_item": mark("Edit in the library"),
    "turn_library_item": mark("Change kind"),
    "delete_library_item": mark("Delete from the library"),
    "import_library_items": mark("Bring in stories"),
    "keep_prep_item": mark("Keep in the library"),
    "take_from_library": mark("Take from the library"),
    "merge_library_items": mark("Merge"),
    "link_asked": mark("Link question"),
    "keep_asked": mark("Keep question in the library"),
    "tell_story": mark("Say which story was told"),
    "add_template": mark("Add template"),
    "adopt_template": mark("Edit template"),
    "rename_template": mark("Rename template"),
    "set_usual_template": mark("Choose template for new interviews"),
    "delete_template": mark("Delete template"),
    "add_template_item": mark("Add line to template"),
    "edit_template_item": mark("Edit line of template"),
    "move_template_item": mark("Move line of template"),
    "delete_template_item": mark("Delete line of template"),
    "add_person": mark("Add person"),
    "write_person": mark("Edit person"),
    "move_person": mark("Move person to another company"),
    "delete_person": mark("Delete person"),
    "merge_people": mark("Merge people"),
    "add_company": mark("Add company"),
    "write_company": mark("Edit company"),
    "delete_company": mark("Delete company"),
    "merge_companies": mark("Merge companies"),
    "restore_batch": mark("Restore from the trash"),
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
    ("tick_prep_item", "research"): mark("Tick research"),
    ("tick_prep_item", "talking_point"): mark("Tick talking point"),
    ("tick_prep_item", "story"): mark("Tick story"),
    ("tick_prep_item", "question"): mark("Tick question to ask"),
    ("tick_prep_item", "logistics"): mark("Tick logistics"),
    ("untick_prep_item", "research"): mark("Untick research"),
    ("untick_prep_item", "talking_point"): mark("Untick talking point"),
    ("untick_prep_item", "story"): mark("Untick story"),
    ("untick_prep_item", "question"): mark("Untick question to ask"),
    ("untick_prep_item", "logistics"): mark("Untick logistics"),
    ("delete_prep_item", "research"): mark("Delete research"),
    ("delete_prep_item", "talking_point"): mark("Delete talking point"),
    ("delete_prep_item", "story"): mark("Delete story"),
    ("delete_prep_item", "question"): mark("Delete question to ask"),
    ("delete_prep_item", "logistics"): mark("Delete logistics"),
}


def label(found: Label) -> str:
    """The name of a deed, as it stands in the menu."""
    code, args = found.code, found.args
    section = args.get("section")
    if code == "tick_prep_item" and not args.get("done"):
        code = "untick_prep_item"
    if code in {"rate_review", "write_review", "restore_version"}:
        return tr_marked(_BY_FIELD[code, str(args.get("rating") or args["field"])])
    if code == "restore_batch":
        return _restoring(args)
    if section is not None:
        return tr_marked(_BY_SECTION[code, str(section)])
    return tr_marked(_LABELS[code])


def _restoring(args: Args) -> str:
    """Restore talking point: what comes back from the trash, by its kind."""
    known = _RESTORED.get(str(args.get("section") or args.get("table")))
    return tr_marked(known) if known else tr_marked(_LABELS["restore_batch"])


_BY_FIELD: dict[tuple[str, str], Marked] = {
    ("rate_review", "my_answers"): mark("Rate my answers"),
    ("rate_review", "connection"): mark("Rate connection"),
    ("rate_review", "learned"): mark("Rate what I learned"),
    ("rate_review", "energy"): mark("Rate energy"),
    ("write_review", "went_well"): mark("Edit what went well"),
    ("write_review", "would_change"): mark("Edit what I would change"),
    ("write_review", "surprises"): mark("Edit surprises"),
    ("write_review", "next_step"): mark("Edit next step"),
    ("write_review", "feedback"): mark("Edit feedback"),
    ("write_review", "quick_note"): mark("Edit first note"),
    ("capture_text", "next_step"): mark("Edit next step"),
    ("capture_text", "quick_note"): mark("Edit first note"),
    ("restore_version", "review.went_well"): mark("Restore earlier what went well"),
    ("restore_version", "review.would_change"): mark("Restore earlier what I would change"),
    ("restore_version", "review.surprises"): mark("Restore earlier surprises"),
    ("restore_version", "review.next_step"): mark("Restore earlier next step"),
    ("restore_version", "review.feedback"): mark("Restore earlier feedback"),
    ("restore_version", "review.quick_note"): mark("Restore earlier first note"),
    ("restore_version", "company.notes"): mark("Restore earlier notes on the company"),
    ("restore_version", "person.notes"): mark("Restore earlier notes on the person"),
    ("restore_version", "opportunity.notes"): mark("Restore earlier notes on the opportunity"),
    ("restore_version", "opportunity.posting_text"): mark("Restore earlier posting"),
    ("restore_version", "interview.notes"): mark("Restore earlier interview notes"),
    ("restore_version", "interview.thanks"): mark("Restore earlier thank-you note"),
    ("restore_version", "prep_item.details"): mark("Restore earlier details"),
    ("restore_version", "library_item.situation"): mark("Restore earlier situation"),
    ("restore_version", "library_item.task"): mark("Restore earlier task"),
    ("restore_version", "library_item.action"): mark("Restore earlier action"),
    ("restore_version", "library_item.result"): mark("Restore earlier result"),
    ("restore_version", "library_item.details"): mark("Restore earlier notes in the library"),
}
_RESTORED: dict[str, Marked] = {
    "opportunity": mark("Restore opportunity"),
    "interview": mark("Restore interview"),
    "research": mark("Restore research"),
    "talking_point": mark("Restore talking point"),
    "story": mark("Restore story"),
    "question": mark("Restore question to ask"),
    "logistics": mark("Restore logistics"),
    "asked": mark("Restore question they asked"),
    "signal": mark("Restore signal"),
    "remark": mark("Restore remark"),
    "lesson": mark("Restore lesson"),
    "outcome": mark("Restore outcome"),
    "reason": mark("Restore reason"),
    "requirement": mark("Restore requirement"),
    "company": mark("Restore company"),
    "person": mark("Restore person"),
    "library_item": mark("Restore in the library"),
    "template": mark("Restore template"),
    "template_item": mark("Restore line of template"),
    "research_note": mark("Restore research note"),
    "pay_talk": mark("Restore talk of pay"),
    "expected_question": mark("Restore expected question"),
    "lesson_check": mark("Restore check of lesson"),
    "reason_change": mark("Restore earlier state of reason"),
    "free_writing": mark("Restore free writing"),
}
_DONE: dict[str, Marked] = {
    "delete_interview": mark("Interview deleted"),
    "delete_opportunity": mark("Opportunity deleted"),
    "delete_prep_item": mark("Item deleted"),
    "delete_requirement": mark("Requirement deleted"),
    "add_requirements": mark("Requirements added"),
    "delete_research_note": mark("Research note deleted"),
    "delete_pay_talk": mark("Talk of pay deleted"),
    "import_table": mark("Table imported"),
    "delete_lesson": mark("Lesson deleted"),
    "delete_expected": mark("Question deleted"),
    "expect_questions": mark("Questions added"),
    "delete_asked": mark("Question deleted"),
    "delete_signal": mark("Signal deleted"),
    "delete_remark": mark("Remark deleted"),
    "delete_outcome": mark("Outcome taken back"),
    "delete_reason": mark("Reason deleted"),
    "forget_earlier": mark("Earlier state removed"),
    "delete_writing": mark("What you wrote is deleted"),
    "archive_opportunity": mark("Opportunity archived"),
    "call_off_interview": mark("Interview cancelled"),
    "reschedule_interview": mark("Interview moved"),
    "follow_invitation": mark("Interview moved with its invitation"),
    "call_off_invited": mark("Interview cancelled"),
    "mark_not_held": mark("Noted that it did not happen"),
    "record_outcome": mark("Outcome recorded"),
    "seal_review": mark("Review sealed"),
    "carry_on": mark("Carried on"),
    "apply_template": mark("Items added"),
    "copy_points": mark("Points copied"),
    "delete_library_item": mark("Deleted from the library"),
    "import_library_items": mark("Stories are in the library"),
    "keep_prep_item": mark("Kept in the library"),
    "keep_asked": mark("Kept in the library"),
    "take_from_library": mark("Added from the library"),
    "merge_library_items": mark("Merged"),
    "delete_template": mark("Template deleted"),
    "move_person": mark("Moved to the other company"),
    "delete_person": mark("Person deleted"),
    "merge_people": mark("Merged"),
    "delete_company": mark("Company deleted"),
    "merge_companies": mark("Merged"),
    "delete_template_item": mark("Line deleted"),
    "restore_batch": mark("Restored"),
    "restore_version": mark("Earlier version restored"),
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
