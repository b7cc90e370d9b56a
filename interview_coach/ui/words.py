"""The only door through which codes of domain and store become sentences for the person."""

from __future__ import annotations

from enum import Enum

from interview_coach.domain.kinds import (
    About,
    Answer,
    Cancelled,
    Certainty,
    Confidence,
    Coverage,
    Decision,
    EntryKind,
    Family,
    Felt,
    InterviewKind,
    LessonState,
    LibraryField,
    LibraryKind,
    Mode,
    Part,
    Rating,
    ReasonKind,
    ReviewText,
    Section,
    Sign,
    Strength,
)
from interview_coach.domain.standing import Standing
from interview_coach.domain.story import StoryPart
from interview_coach.domain.today import Why
from interview_coach.ui.text import Marked, mark, tr, tr_marked, tr_n
from interview_coach.ui.words_deeds import done, done_text, label, redo_text, undo_text
from interview_coach.ui.words_trouble import complaint, trouble

__all__ = [
    "TONES",
    "belongs",
    "complaint",
    "done",
    "done_text",
    "kind_title",
    "kind_word",
    "label",
    "line_parts",
    "rated",
    "redo_text",
    "rehearsed",
    "section_brief",
    "section_title",
    "standing_mark",
    "standing_text",
    "tone",
    "trouble",
    "undo_text",
    "verdict",
    "what_an_opportunity_is",
    "what_landed",
    "what_sealing_is",
    "word",
]

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
    (LibraryKind.STORY, mark("Story")),
    (LibraryKind.TALKING_POINT, mark("Talking point")),
    (LibraryKind.QUESTION, mark("Question they ask")),
    (LibraryKind.QUESTION_TO_ASK, mark("Question to ask")),
    (LibraryKind.RESEARCH, mark("Research")),
    (LibraryKind.LOGISTICS, mark("Logistics")),
    (LibraryField.TEXT, mark("Wording")),
    (LibraryField.SITUATION, mark("Situation")),
    (LibraryField.TASK, mark("Task")),
    (LibraryField.ACTION, mark("Action")),
    (LibraryField.RESULT, mark("Result")),
    (LibraryField.DETAILS, mark("Notes")),
    (LibraryField.SKILLS, mark("Skills")),
    (LibraryField.TAGS, mark("Tags")),
    (StoryPart.SITUATION, mark("situation")),
    (StoryPart.TASK, mark("task")),
    (StoryPart.ACTION, mark("action")),
    (StoryPart.RESULT, mark("result")),
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
    (ReviewText.FEEDBACK, mark("Feedback, in their own words")),
    (ReviewText.QUICK_NOTE, mark("What must not be lost")),
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
    (Confidence.UNSURE, mark("Unsure")),
    (Confidence.LIKELY, mark("Likely")),
    (Confidence.SURE, mark("Sure")),
    (LessonState.OPEN, mark("Open")),
    (LessonState.NOT_YET, mark("Not yet")),
    (LessonState.WORKING, mark("Working")),
    (LessonState.DONE, mark("Done")),
    (LessonState.LET_GO, mark("Let go")),
    (Strength.GAP, mark("Gap")),
    (Strength.SOME, mark("Some")),
    (Strength.STRONG, mark("Strong")),
    (Cancelled.THEM, mark("Cancelled by them")),
    (Cancelled.ME, mark("Cancelled by me")),
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
    (Standing.CALLED_OFF, mark("Round cancelled")),
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

_RATED = ("", mark("Hard"), mark("Uneven"), mark("Fair"), mark("Good"), mark("Great"))

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
    """How often something was said out loud, in the middle of a line; nothing before it was."""
    if times <= 0:
        return ""
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


def what_landed() -> str:
    """What it means that a point landed."""
    return tr("Landed: it hit home. They nodded, asked on, or wrote it down.")


def what_an_opportunity_is() -> str:
    """What the word stands for."""
    return tr("One job at one company, with all its rounds; it can be there before the first one.")


def what_sealing_is() -> str:
    """What the word stands for."""
    return tr("Seal: it stays as it is now, so that the answer cannot change what you remember.")


_MARKS = {
    Standing.UNDER_WAY: mark("now"),
    Standing.TO_REVIEW: mark("review"),
    Standing.WAITING: mark("waiting"),
    Standing.ADVANCED: mark("went on"),
    Standing.OFFER: mark("offer"),
    # "Not this time" does not fit into a box, and a bare no is not how one speaks to a friend.
    Standing.REJECTED: mark("not now"),
    Standing.WITHDREW: mark("withdrew"),
    Standing.CANCELLED: mark("cancelled"),
    Standing.CALLED_OFF: mark("off"),
    Standing.NOT_HELD: mark("off"),
}


def standing_mark(standing: Standing) -> str:
    """One short word for a box in the strip of weeks; nothing for what is still to come."""
    return tr_marked(_MARKS[standing]) if standing in _MARKS else ""


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
    "meaning": mark("May mean: {text}"),
    "feedback": mark("Feedback: {text}"),
    "quick_note": mark("First note: {text}"),
    "thanks": mark("Thank-you: {text}"),
    "remark": mark("Remark: {text}"),
    "reason": mark("Reason: {text}"),
    "prep": mark("Prepared: {text}"),
    "notes": mark("Notes: {text}"),
    "person": mark("With {text}"),
    "requirement": mark("They ask for: {text}"),
    "research": mark("About them: {text}"),
    "pay": mark("About pay: {text}"),
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
