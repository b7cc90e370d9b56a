"""The only place where codes of domain and store become sentences for the person."""

from __future__ import annotations

from enum import Enum

from interview_coach.domain.changes import Changes, Label, Way
from interview_coach.domain.interview import Standing
from interview_coach.domain.kinds import (
    About,
    Answer,
    Cancelled,
    Certainty,
    Coverage,
    Decision,
    EntryKind,
    Family,
    Felt,
    InterviewKind,
    LessonState,
    Mode,
    Part,
    Rating,
    ReasonKind,
    ReviewText,
    Section,
    Sign,
    Strength,
)
from interview_coach.domain.today import Why
from interview_coach.domain.trouble import Complaint, Trouble
from interview_coach.ui.say import Sentence
from interview_coach.ui.text import Marked, mark, tr, tr_marked, tr_n

_WORDS: tuple[tuple[Enum, Marked], ...] = (
    (InterviewKind.PHONE_SCREEN, mark("Phone screen")),
    (InterviewKind.HIRING_MANAGER, mark("Hiring manager")),
    (InterviewKind.TECHNICAL, mark("Technical")),
    (InterviewKind.BEHAVIOURAL, mark("Behavioural")),
    (InterviewKind.CASE, mark("Case")),
    (InterviewKind.PRESENTATION, mark("Presentation")),
    (InterviewKind.PANEL, mark("Panel")),
    (InterviewKind.FINAL, mark("Final round")),
    (InterviewKind.INFORMAL, mark("Informal talk")),
    (InterviewKind.OTHER, mark("Other")),
    (Mode.VIDEO, mark("Video call")),
    (Mode.PHONE, mark("Phone call")),
    (Mode.ON_SITE, mark("On site")),
    (Part.RECRUITER, mark("Recruiter")),
    (Part.HIRING_MANAGER, mark("Hiring manager")),
    (Part.PEER, mark("Peer")),
    (Part.PANEL, mark("Panel member")),
    (Part.EXECUTIVE, mark("Executive")),
    (Section.RESEARCH, mark("Research")),
    (Section.TALKING_POINT, mark("Talking points")),
    (Section.STORY, mark("Stories")),
    (Section.QUESTION, mark("Questions to ask")),
    (Section.LOGISTICS, mark("Logistics")),
    (About.THEM, mark("About them")),
    (About.ME, mark("About you")),
    (Coverage.NOT_SAID, mark("Not said")),
    (Coverage.SAID, mark("Said")),
    (Coverage.LANDED, mark("Landed")),
    (Felt.ROUGH, mark("Rough")),
    (Felt.UNEVEN, mark("Uneven")),
    (Felt.ALL_RIGHT, mark("All right")),
    (Felt.GOOD, mark("Good")),
    (Felt.VERY_GOOD, mark("Very good")),
    (Rating.MY_ANSWERS, mark("My answers")),
    (Rating.CONNECTION, mark("Connection with them")),
    (Rating.LEARNED, mark("What I learned about them")),
    (Rating.ENERGY, mark("My energy")),
    (ReviewText.WENT_WELL, mark("What went well")),
    (ReviewText.WOULD_CHANGE, mark("What I would change")),
    (ReviewText.SURPRISES, mark("What surprised me")),
    (ReviewText.NEXT_STEP, mark("The next step they named")),
    (Decision.ADVANCED, mark("Advanced")),
    (Decision.OFFER, mark("Offer")),
    (Decision.REJECTED, mark("Not this time")),
    (Decision.WITHDREW, mark("I withdrew")),
    (Decision.CANCELLED, mark("They cancelled")),
    (Answer.OPEN, mark("Open")),
    (Answer.ACCEPTED, mark("Accepted")),
    (Answer.DECLINED, mark("Declined")),
    (Family.NOT_MINE, mark("Not yours to control")),
    (Family.MINE, mark("Yours to work on")),
    (ReasonKind.JOB_CHANGED, mark("The job changed")),
    (ReasonKind.OTHER_CANDIDATE, mark("Another candidate brought something else")),
    (ReasonKind.SOMEONE_IN_MIND, mark("They already had someone in mind")),
    (ReasonKind.CLASH, mark("A clash of personalities")),
    (ReasonKind.BUDGET, mark("Hiring frozen, or the budget")),
    (ReasonKind.PAY, mark("Pay")),
    (ReasonKind.PLACE, mark("Place, visa or start date")),
    (ReasonKind.LEVEL, mark("Level")),
    (ReasonKind.TIMING, mark("Timing")),
    (ReasonKind.ANSWER, mark("An answer")),
    (ReasonKind.UNSAID, mark("A point not said")),
    (ReasonKind.WOULD_CHANGE, mark("Something I would change")),
    (ReasonKind.OWN, mark("My own words")),
    (Sign.NONE, mark("No sign")),
    (Sign.SOME, mark("Some")),
    (Sign.CLEAR, mark("Clear")),
    (Certainty.TOLD, mark("They told me")),
    (Certainty.OBSERVED, mark("I observed it")),
    (Certainty.GUESSED, mark("I guess")),
    (LessonState.OPEN, mark("Open")),
    (LessonState.DONE, mark("Done")),
    (LessonState.LET_GO, mark("Let go")),
    (Strength.GAP, mark("Gap")),
    (Strength.SOME, mark("Some")),
    (Strength.STRONG, mark("Strong")),
    (Cancelled.THEM, mark("They called it off")),
    (Cancelled.ME, mark("I called it off")),
    (EntryKind.INTERVIEW, mark("Interview")),
    (EntryKind.REVIEW, mark("Review")),
    (EntryKind.OUTCOME, mark("Outcome")),
    (EntryKind.LESSON, mark("Lesson")),
    (EntryKind.REMARK, mark("Remark")),
    (EntryKind.OPPORTUNITY, mark("Opportunity")),
    (Standing.UPCOMING, mark("Upcoming")),
    (Standing.UNDER_WAY, mark("Now")),
    (Standing.TO_REVIEW, mark("Review waiting")),
    (Standing.WAITING, mark("Waiting to hear")),
    (Standing.ADVANCED, mark("Advanced")),
    (Standing.OFFER, mark("Offer")),
    (Standing.REJECTED, mark("Not this time")),
    (Standing.WITHDREW, mark("I withdrew")),
    (Standing.CANCELLED, mark("They cancelled")),
    (Standing.CALLED_OFF, mark("Called off")),
    (Standing.NOT_HELD, mark("Did not happen")),
    (Why.LOGISTICS_SOON, mark("Logistics · less than a day left")),
    (Why.REQUIREMENT_GAP, mark("Requirement without evidence")),
    (Why.LESSON_OPEN, mark("A lesson from an earlier review")),
    (Why.ASKED_AGAIN, mark("Asked before, not prepared yet")),
    (Why.UNREHEARSED, mark("Not yet said out loud")),
    (Why.RESEARCH, mark("Research")),
    (Why.NOT_DONE, mark("On your checklist")),
)
# StrEnum members of different vocabularies with one value are equal, so the table goes by type too.
_BY_TYPE = {(type(code), code.value): text for code, text in _WORDS}

_BRIEF: dict[Section, Marked] = {
    Section.RESEARCH: mark("Research"),
    Section.TALKING_POINT: mark("Points"),
    Section.STORY: mark("Stories"),
    Section.QUESTION: mark("Questions"),
    Section.LOGISTICS: mark("Logistics"),
}
_BELONGS: dict[tuple[Section, About | None], Marked] = {
    (Section.RESEARCH, None): mark("What they make, who pays for it, what changed lately."),
    (Section.TALKING_POINT, About.THEM): mark("What of theirs you want to speak about."),
    (Section.TALKING_POINT, About.ME): mark("What of yours they should know when you leave."),
    (Section.STORY, None): mark(
        "What you did once, ready to tell: what, how, and what came of it."
    ),
    (Section.QUESTION, None): mark("What you want to know before you say yes."),
    (Section.LOGISTICS, None): mark("The link, the way there, names, charger, a glass of water."),
}

_RATED = ("", mark("Poor"), mark("Weak"), mark("Fair"), mark("Good"), mark("Great"))

TONES = {
    Standing.UPCOMING: "accent",
    Standing.UNDER_WAY: "accent",
    Standing.TO_REVIEW: "attention",
    Standing.OFFER: "good",
}


def word(code: Enum) -> str:
    """The word for a member of any vocabulary."""
    return tr_marked(_BY_TYPE[type(code), code.value])


def section_brief(section: Section) -> str:
    """A section where there is little room: Points."""
    return tr_marked(_BRIEF[section])


def section_title(section: Section, about: About | None = None) -> str:
    """A section, or one half of the points: Talking points · about them."""
    if about is None:
        return word(section)
    return tr("{section} · {half}", section=word(section), half=word(about).lower())


def belongs(section: Section, about: About | None = None) -> str:
    """What belongs in a section that is still empty."""
    return tr_marked(_BELONGS[section, about])


def rehearsed(times: int) -> str:
    """How often something was said out loud, in the middle of a line."""
    if times <= 0:
        return tr("not yet said out loud")
    known = {1: tr("said out loud once"), 2: tr("said out loud twice")}
    return known.get(times) or tr_n("said out loud {n} time", "said out loud {n} times", times)


def kind_word(kind: InterviewKind) -> str:
    """A kind of interview in the middle of a line: technical, final round."""
    return word(kind).lower()


def kind_title(kind: InterviewKind) -> str:
    """A kind of interview on its own: Technical interview."""
    stand_alone = {InterviewKind.PHONE_SCREEN, InterviewKind.FINAL, InterviewKind.INFORMAL}
    if kind in stand_alone:
        return word(kind)
    return tr("{kind} interview", kind=word(kind))


def rated(value: int | None) -> str:
    """The word beside a rating of 1 to 5; nothing while there is none."""
    return tr_marked(_RATED[value]) if value else ""  # type: ignore[arg-type]


def tone(standing: Standing) -> str:
    """The chip's tone: accent, attention, good or neutral. Every rejection is neutral."""
    return TONES.get(standing, "neutral")


def standing_text(
    standing: Standing, forecast: int | None = None, answer: Answer | None = None
) -> str:
    """A chip's words: "Waiting · 60%", "Offer · accepted"."""
    if standing is Standing.WAITING:
        return (
            tr("Waiting · {forecast}%", forecast=forecast)
            if forecast is not None
            else tr("Waiting")
        )
    if standing is Standing.OFFER and answer is not None:
        return tr("Offer · {answer}", answer=word(answer).lower())
    return word(standing)


_MARKS = {
    Standing.UNDER_WAY: mark("now"),
    Standing.TO_REVIEW: mark("review"),
    Standing.WAITING: mark("waiting"),
    Standing.ADVANCED: mark("went on"),
    Standing.OFFER: mark("offer"),
    Standing.REJECTED: mark("no"),
    Standing.WITHDREW: mark("withdrew"),
    Standing.CANCELLED: mark("cancelled"),
    Standing.CALLED_OFF: mark("off"),
    Standing.NOT_HELD: mark("off"),
}


def standing_mark(standing: Standing) -> str:
    """One short word for a box in the strip of weeks; nothing for what is still to come."""
    return tr_marked(_MARKS[standing]) if standing in _MARKS else ""


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
    "empty_review": mark("There is nothing to seal yet. One word or one question is enough."),
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
        mark("Nothing has been changed. The folder “backups” beside it holds earlier copies."),
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
    "missing": (
        mark("This is not there any more"),
        mark("It may have been deleted or undone."),
    ),
    "sealed": (
        mark("This review is sealed"),
        mark("You can add a dated remark beside it."),
    ),
    "nothing_to_undo": (mark("There is nothing to undo"), mark("")),
}


def trouble(found: Trouble) -> Sentence:
    """The title and the next step for known trouble."""
    title, text = _TROUBLES[found.code]
    return Sentence(tr_marked(title), tr_marked(text, **found.args_) if text else "")


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
    "restore_batch": mark("Restore from the trash"),
    "empty_trash": mark("Empty the trash"),
    "set_setting": mark("Change setting"),
    "load_sample": mark("Load the sample data"),
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


_LINES: dict[str, Marked] = {
    "lesson": mark("Lesson: {text}"),
    "asked": mark("Asked: {text}"),
    "next_time": mark("Next time: {text}"),
    "told": mark("They said: {text}"),
    "went_well": mark("Went well: {text}"),
    "would_change": mark("Would change: {text}"),
    "surprises": mark("Surprise: {text}"),
    "next_step": mark("Next step: {text}"),
    "signal": mark("Signal: {text}"),
    "remark": mark("Remark: {text}"),
    "reason": mark("Reason: {text}"),
    "prep": mark("Prepared: {text}"),
    "notes": mark("Notes: {text}"),
    "person": mark("With {text}"),
    "requirement": mark("They ask for: {text}"),
    "posting": mark("Posting: {text}"),
    "review_now": mark("Review while it is fresh"),
    "no_round": mark("No round yet"),
    "plain": mark("{text}"),
}


def line_parts(code: str, text: str) -> tuple[str, int]:
    """The second line of a timeline card, and where `text` begins in it."""
    template = tr_marked(_LINES[code])
    return template.replace("{text}", text), max(0, template.find("{text}"))


_VERDICTS: dict[str, Marked] = {
    "nothing_known": mark("No signs yet, so there is nothing to tell. That is a fair answer."),
    "cannot_tell": mark("What you saw does not tell enough. Most of it you can’t know."),
    "more_not_yours": mark("The signs you gave point more to what was not yours."),
    "more_yours": mark("The signs you gave point more to what is yours to work on."),
    "both": mark("The signs you gave point to both."),
}


def verdict(code: str) -> str:
    """The three parts of a no, in words."""
    return tr_marked(_VERDICTS[code])
