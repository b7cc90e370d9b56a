"""The library: what can be used in any interview, and templates of one's own.

No `from __future__ import annotations` here: SQLModel reads the annotations.
"""

from typing import ClassVar

from sqlalchemy import Index, Text
from sqlmodel import Field

from interview_coach.domain.kinds import About, InterviewKind, LibraryKind, Section
from interview_coach.store.columns import Word, between, one_of
from interview_coach.store.tables.base import Arguments, Row, blank, parent


class LibraryItem(Row, table=True):
    """A story, a point, a question (of theirs or mine) or a reminder that any interview can use.

    `text` is a story's title. `skills` and `tags` are names parted by commas. `origin` is the line of
    a document that it was made from.
    """

    __tablename__ = "library_item"
    __table_args__: ClassVar[Arguments] = (
        one_of("kind", LibraryKind),
        one_of("about", About),
        Index("ix_library_item_kind", "kind"),
    )
    kind: LibraryKind = Field(sa_type=Word(LibraryKind))
    about: About | None = Field(default=None, sa_type=Word(About))
    text: str = Field(sa_type=Text)
    situation: str = blank()
    task: str = blank()
    action: str = blank()
    result: str = blank()
    details: str = blank()
    skills: str = blank()
    tags: str = blank()
    origin: str = blank()


class Template(Row, table=True):
    """A named set of prep items of one's own; a `usual` one stands in for the built-in of its kind."""

    __table_args__: ClassVar[Arguments] = (one_of("kind", InterviewKind),)
    name: str = Field(sa_type=Text)
    kind: InterviewKind = Field(sa_type=Word(InterviewKind))
    usual: bool = False


class TemplateItem(Row, table=True):
    """One line of a template. `parts` are the people it is for, parted by commas; none is anybody.

    `template_key` is the built-in line that it was taken from, for as long as its text is that one's.
    """

    __tablename__ = "template_item"
    __table_args__: ClassVar[Arguments] = (
        one_of("section", Section),
        one_of("about", About),
        between("weight", 1, 3),
    )
    template_id: str = parent("template")
    section: Section = Field(sa_type=Word(Section))
    about: About | None = Field(default=None, sa_type=Word(About))
    text: str = Field(sa_type=Text)
    details: str = blank()
    minutes: int = 3
    weight: int = 3
    parts: str = blank()
    template_key: str = blank()
    position: int = 0
