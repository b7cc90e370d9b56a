"""The forms in which everything can be written out, and which one a file's name asks for."""

from __future__ import annotations

from enum import StrEnum


class Form(StrEnum):
    """A form of the export. Only the first three can be read back."""

    ARCHIVE = "archive"
    LOCKED = "locked"
    DOCUMENT = "document"
    MARKDOWN = "markdown"
    TABLES = "tables"


READ_BACK = frozenset({Form.ARCHIVE, Form.LOCKED, Form.DOCUMENT})
# The longest first, as one ends with another.
ENDINGS: tuple[tuple[str, Form], ...] = (
    (".md.zip", Form.MARKDOWN),
    (".csv.zip", Form.TABLES),
    (".zip.age", Form.LOCKED),
    (".age", Form.LOCKED),
    (".zip", Form.ARCHIVE),
    (".json", Form.DOCUMENT),
)


def form_of(name: str) -> Form | None:
    """The form that a file's name asks for.

    >>> form_of("mine.zip").value, form_of("Mine.MD.ZIP").value, form_of("mine.pdf")
    ('archive', 'markdown', None)
    """
    small = name.lower()
    return next((form for ending, form in ENDINGS if small.endswith(ending)), None)


def ending_of(form: Form) -> str:
    """The ending of a file of that form.

    >>> ending_of(Form.LOCKED)
    '.zip.age'
    """
    return next(ending for ending, known in ENDINGS if known is form)
