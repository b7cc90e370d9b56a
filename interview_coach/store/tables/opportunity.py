"""Companies, opportunities, people, and what a posting asks for.

No `from __future__ import annotations` here: SQLModel reads the annotations.
"""

from datetime import date, datetime
from typing import ClassVar

from sqlalchemy import Text
from sqlmodel import Field

from interview_coach.domain.kinds import Confidence, Strength
from interview_coach.store.columns import Instant, Word, one_of
from interview_coach.store.tables.base import Arguments, Row, blank, parent


class Company(Row, table=True):
    """Who you talk to."""

    name: str = Field(sa_type=Text)
    website: str = blank()
    notes: str = blank()


class Opportunity(Row, table=True):
    """One job at one company; it can exist before any interview does."""

    company_id: str = parent("company")
    title: str = Field(sa_type=Text)
    posting_text: str = blank()
    posting_url: str = blank()
    # The address as two of them are compared; see domain/posting.py.
    posting_key: str = Field(default="", sa_type=Text, index=True)
    posted_on: date | None = None
    closes_on: date | None = None
    found_at: str = blank()
    place: str = blank()
    pay: str = blank()
    sent: str = blank()
    sent_on: date | None = None
    notes: str = blank()
    archived_at: datetime | None = Field(default=None, sa_type=Instant)


class Imported(Row, table=True):
    """A row of a table that an opportunity came from, so that it is not imported twice."""

    opportunity_id: str = parent("opportunity")
    row_key: str = Field(sa_type=Text, index=True)


class Person(Row, table=True):
    """Someone at the company."""

    company_id: str = parent("company")
    name: str = Field(sa_type=Text)
    title: str = blank()
    notes: str = blank()


class Requirement(Row, table=True):
    """Something the posting asks for, with the evidence that answers it."""

    __table_args__: ClassVar[Arguments] = (one_of("strength", Strength),)
    opportunity_id: str = parent("opportunity")
    text: str = Field(sa_type=Text)
    evidence: str = blank()
    strength: Strength = Field(default=Strength.GAP, sa_type=Word(Strength))
    position: int = 0


class ResearchNote(Row, table=True):
    """Something I found out or believe about them: from where, when, and how sure I am.

    `disproved_in_id` is the interview that showed it to be wrong, `learned` what I learned instead.
    """

    __tablename__ = "research_note"
    __table_args__: ClassVar[Arguments] = (one_of("confidence", Confidence),)
    opportunity_id: str = parent("opportunity")
    text: str = Field(sa_type=Text)
    link: str = blank()
    noted_on: date | None = None
    confidence: Confidence = Field(default=Confidence.UNSURE, sa_type=Word(Confidence))
    disproved: bool = False
    disproved_in_id: str | None = parent("interview", optional=True)
    learned: str = blank()
    position: int = 0


class PayTalk(Row, table=True):
    """What was said about pay: what they asked, what I said, to whom and when."""

    __tablename__ = "pay_talk"
    opportunity_id: str = parent("opportunity")
    interview_id: str | None = parent("interview", optional=True)
    said_on: date
    person: str = blank()
    asked: str = blank()
    said: str = blank()
