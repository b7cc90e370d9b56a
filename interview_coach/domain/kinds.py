"""The closed vocabularies of PRODUCT.md. Their values are what the database stores."""

from __future__ import annotations

from enum import IntEnum, StrEnum

# How many lessons stand beside a preparation, on Today too.
CARRIED_LIMIT = 5


class InterviewKind(StrEnum):
    """What sort of round an interview is."""

    PHONE_SCREEN = "phone_screen"
    HIRING_MANAGER = "hiring_manager"
    TECHNICAL = "technical"
    BEHAVIOURAL = "behavioural"
    CASE = "case"
    PRESENTATION = "presentation"
    PANEL = "panel"
    FINAL = "final"
    INFORMAL = "informal"
    OTHER = "other"


class Mode(StrEnum):
    """How an interview is held."""

    VIDEO = "video"
    PHONE = "phone"
    ON_SITE = "on_site"


class Part(StrEnum):
    """The part an interviewer plays."""

    RECRUITER = "recruiter"
    HIRING_MANAGER = "hiring_manager"
    PEER = "peer"
    PANEL = "panel"
    EXECUTIVE = "executive"


class Section(StrEnum):
    """The five sections of a preparation, in the order in which they are shown."""

    RESEARCH = "research"
    TALKING_POINT = "talking_point"
    STORY = "story"
    QUESTION = "question"
    LOGISTICS = "logistics"


class About(StrEnum):
    """Whom a talking point is about."""

    THEM = "them"
    ME = "me"


class LibraryKind(StrEnum):
    """What can be kept for any interview. `question` is one that interviewers ask: the bank."""

    STORY = "story"
    TALKING_POINT = "talking_point"
    QUESTION = "question"
    QUESTION_TO_ASK = "question_to_ask"
    RESEARCH = "research"
    LOGISTICS = "logistics"


class LibraryField(StrEnum):
    """What can be written into something in the library, one field at a time."""

    TEXT = "text"
    SITUATION = "situation"
    TASK = "task"
    ACTION = "action"
    RESULT = "result"
    DETAILS = "details"
    SKILLS = "skills"
    TAGS = "tags"


class Coverage(StrEnum):
    """What became of a planned item in the interview."""

    NOT_SAID = "not_said"
    SAID = "said"
    LANDED = "landed"


class Felt(IntEnum):
    """One word for how the interview felt, the first thing a review asks."""

    ROUGH = 1
    UNEVEN = 2
    ALL_RIGHT = 3
    GOOD = 4
    VERY_GOOD = 5


class Rating(StrEnum):
    """The four ratings of a review, each 1 to 5."""

    MY_ANSWERS = "my_answers"
    CONNECTION = "connection"
    LEARNED = "learned"
    ENERGY = "energy"


class ReviewText(StrEnum):
    """The free texts of a review."""

    WENT_WELL = "went_well"
    WOULD_CHANGE = "would_change"
    SURPRISES = "surprises"
    NEXT_STEP = "next_step"
    FEEDBACK = "feedback"
    QUICK_NOTE = "quick_note"


class Decision(StrEnum):
    """What was decided on an opportunity."""

    ADVANCED = "advanced"
    OFFER = "offer"
    REJECTED = "rejected"
    WITHDREW = "withdrew"
    CANCELLED = "cancelled"


class Answer(StrEnum):
    """My answer to an offer."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DECLINED = "declined"


class Family(StrEnum):
    """Whose a reason is."""

    NOT_MINE = "not_mine"
    MINE = "mine"


class ReasonKind(StrEnum):
    """What a reason says. The first nine are not mine to control, the rest are mine to work on."""

    JOB_CHANGED = "job_changed"
    OTHER_CANDIDATE = "other_candidate"
    SOMEONE_IN_MIND = "someone_in_mind"
    CLASH = "clash"
    BUDGET = "budget"
    PAY = "pay"
    PLACE = "place"
    LEVEL = "level"
    TIMING = "timing"
    ANSWER = "answer"
    UNSAID = "unsaid"
    WOULD_CHANGE = "would_change"
    OWN = "own"


class Sign(StrEnum):
    """How strong the sign for a reason is."""

    NONE = "none"
    SOME = "some"
    CLEAR = "clear"


class Certainty(StrEnum):
    """How a sign is known."""

    TOLD = "told"
    OBSERVED = "observed"
    GUESSED = "guessed"


class Confidence(StrEnum):
    """How sure I am of what I noted, or of what a signal means."""

    UNSURE = "unsure"
    LIKELY = "likely"
    SURE = "sure"


class LessonFamily(StrEnum):
    """A strength to carry on, or a change to try."""

    STRENGTH = "strength"
    CHANGE = "change"


class LessonState(StrEnum):
    """Where a lesson stands: not tried yet, tried and not there yet, working, ticked as done, or let go.

    Open ones and those that are not there yet return in later preparations.
    """

    OPEN = "open"
    NOT_YET = "not_yet"
    WORKING = "working"
    DONE = "done"
    LET_GO = "let_go"


class Strength(StrEnum):
    """How well the evidence answers a requirement."""

    GAP = "gap"
    SOME = "some"
    STRONG = "strong"


class Cancelled(StrEnum):
    """Who called an interview off."""

    THEM = "them"
    ME = "me"


class EntryKind(StrEnum):
    """The kinds of entry. `library` stands on no timeline: it is there to be found by search."""

    INTERVIEW = "interview"
    REVIEW = "review"
    OUTCOME = "outcome"
    LESSON = "lesson"
    REMARK = "remark"
    OPPORTUNITY = "opportunity"
    LIBRARY = "library"


class Topic(StrEnum):
    """What a change was about; pages refresh by these."""

    COMPANY = "company"
    OPPORTUNITY = "opportunity"
    INTERVIEW = "interview"
    PREP = "prep"
    REVIEW = "review"
    LESSON = "lesson"
    OUTCOME = "outcome"
    LIBRARY = "library"
    SETTING = "setting"
    VERSION = "version"
