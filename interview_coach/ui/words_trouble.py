"""The words of what is wrong with a field, and of known trouble; reached through `words`."""

from __future__ import annotations

from interview_coach.domain.trouble import Complaint, Trouble
from interview_coach.ui.say import Sentence
from interview_coach.ui.text import Marked, mark, tr_marked

_COMPLAINTS: dict[str, Marked] = {
    "missing": mark("Please fill this in."),
    "too_long": mark("That is too long: {limit} characters at most."),
    "ends_before_start": mark("The end is before the start."),
    "too_many_minutes": mark("That is longer than a day."),
    "odd_year": mark("{year} looks like a slip."),
    "unknown_zone": mark("This computer does not know the time zone “{zone}”."),
    "skipped_time": mark(
        "Clocks in {zone} jump over {time} that day. Choose a time before or after."
    ),
    "repeated_time": mark("Clocks in {zone} show {time} twice that day. Which one is it?"),
    "named_twice": mark("{name} is named twice."),
    "not_a_link": mark("That is not a link. It should look like https://meet.example.com/abc."),
    "out_of_range": mark("A number from {low} to {high}, please."),
    "not_for_checklists": mark("Questions that they ask stand on no checklist."),
    "company_name_taken": mark(
        "There is a company of that name already. If the two are one, merge them: Find duplicates."
    ),
    "has_opportunities": mark("There are opportunities at this company."),
    "not_here": mark("This was asked in another interview."),
    "other_kind": mark("These are not of one kind."),
    "too_many": mark("{limit} lines at most."),
    "empty_review": mark("There is nothing to seal yet. One word or one question is enough."),
    "not_begun": mark("The interview has not begun. What you wrote is kept; seal it afterwards."),
    "not_begun_yet": mark("The interview has not begun yet."),
    "answered": mark("The answer is known, so there is nothing to forecast any more."),
    "in_the_future": mark("That day has not come yet."),
    "no_offer": mark("Only an offer can be answered."),
}


def complaint(found: Complaint) -> str:
    """The sentence beside a field."""
    return tr_marked(_COMPLAINTS[found.code], **found.args)


_TROUBLES: dict[str, tuple[Marked, Marked]] = {
    "newer": (
        mark("This data was written by a newer version"),
        mark("Install the newest Interview Coach. Nothing has been changed."),
    ),
    "damaged": (
        mark("The data file is damaged"),
        mark(
            "Nothing has been changed. Restore the last good backup, or let what can be read be"
            " read into a new file."
        ),
    ),
    "not_a_store": (
        mark("The file is not Interview Coach’s data"),
        mark("Choose another data folder, or move the file away. It has not been touched."),
    ),
    "read_only": (
        mark("The data cannot be written"),
        mark("The folder is read-only. Allow writing to it, or choose another data folder."),
    ),
    "no_space": (
        mark("The disk is full"),
        mark("Make some room and try again. What you typed is still here."),
    ),
    "gone": (
        mark("The data folder is not there"),
        mark("If it is on a drive that can be unplugged, plug it in and try again."),
    ),
    "no_store": (
        mark("There is no data in this folder"),
        mark("Name the folder that holds it with --data-dir."),
    ),
    "older": (
        mark("This data was written by an earlier version"),
        mark("Start Interview Coach once: it makes a backup and brings the data up to date."),
    ),
    "busy": (
        mark("Another program is using the data"),
        mark("Close it and try again. What you typed is still here."),
    ),
    "in_use": (
        mark("Interview Coach is already open with this data"),
        mark("Its window has been asked to come to the front."),
    ),
    "not_allowed": (
        mark("You are not allowed to use this folder"),
        mark("Change its permissions, or choose another data folder."),
    ),
    "broken_migration": (
        mark("The data could not be brought to this version"),
        mark("Nothing has been changed. A backup has been made beside it."),
    ),
    "disk_error": (
        mark("The disk reported an error"),
        mark("Save a copy of your data elsewhere soon: Settings, Back up now."),
    ),
    "held": (
        mark("Interview Coach is at work with this data elsewhere"),
        mark("Wait until that has finished, or end it, and try again."),
    ),
    "half_migrated": (
        mark("An upgrade of the data stopped halfway"),
        mark("Nothing has been changed. Restore the backup that was made before it."),
    ),
    "lost": (
        mark("The data file is not in its folder"),
        mark(
            "Its backups are still there: restore the last one. If you moved the file, put it back."
        ),
    ),
    "link": (
        mark("The data file is a link to another place"),
        mark("Open the folder that it points to instead: {target}"),
    ),
    "owner": (
        mark("The data belongs to another user of this computer"),
        mark("Start the program as that user, or let the system’s administrator give it to you."),
    ),
    "no_locks": (
        mark("This drive cannot keep two programs apart"),
        mark("Keep your data on a drive of this computer, and let backups go to the other one."),
    ),
    "nothing_readable": (
        mark("Nothing in the file can be read any more"),
        mark("Restore the last good backup instead. The file has not been touched."),
    ),
    "backup_gone": (
        mark("The backup is not there any more"),
        mark("Choose another one. Your data is as it was."),
    ),
    "backup_damaged": (
        mark("This backup is damaged"),
        mark("Choose another one. Your data is as it was."),
    ),
    "not_a_backup": (
        mark("This file is no backup of Interview Coach"),
        mark("Choose another one. Your data is as it was."),
    ),
    "newer_backup": (
        mark("This backup was made by a newer version"),
        mark("Install the newest Interview Coach to restore it. Your data is as it was."),
    ),
    "missing": (
        mark("This is not there any more"),
        mark("It may have been deleted or undone."),
    ),
    "sealed": (
        mark("This review is sealed"),
        mark("You can add a dated remark beside it."),
    ),
    "parent_in_trash": (
        mark("What it belongs to is in the trash too"),
        mark("Restore that first, then this."),
    ),
    "not_empty": (
        mark("There is something in that folder already"),
        mark("Choose one that is new or empty."),
    ),
    "place_taken": (
        mark("Another one has taken its place"),
        mark("Only one can be there. Delete the other first, or leave this one in the trash."),
    ),
    "nothing_to_undo": (mark("There is nothing to undo"), mark("")),
}


def trouble(found: Trouble) -> Sentence:
    """The title and the next step for known trouble."""
    title, text = _TROUBLES[found.code]
    return Sentence(tr_marked(title), tr_marked(text, **found.args_) if text else "")
