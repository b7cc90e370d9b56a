"""Turns the program's own words into the person's language.

Owns the only door through which a sentence reaches the window: `tr` for a sentence, `tr_n` for one that
counts, `mark` and `tr_marked` for sentences that stand in a table. A law test holds that every one of them
is a plain literal, so that translations can be extracted, and that its placeholders are given.

Placeholders are named, `tr("Interview with {company}", company=name)`, because other languages change the
order. They are replaced in one pass and nowhere else: what a person typed may hold braces, percent signs or
the name of another placeholder, and stays as it is.

The commands say the same sentences without a window: Qt is used where it has been loaded, and where
it has not, no translation can have been installed.
"""

import re
import sys
from types import ModuleType
from typing import NewType

CONTEXT = "InterviewCoach"
_PLACEHOLDER = re.compile(r"\{([A-Za-z_][A-Za-z0-9_]*)\}")

Marked = NewType("Marked", str)


def tr(text: str, /, **args: object) -> str:
    """Return the text in the person's language, with its placeholders filled in."""
    core = _qt()
    return _fill(core.QCoreApplication.translate(CONTEXT, text) if core else text, args)


def tr_n(singular: str, plural: str, n: int, /, **args: object) -> str:
    """Return the form that n asks for in the person's language; `{n}` is the number as they write it.

    Translations hang on the plural. Without one, English decides: one is singular, all else is plural.
    """
    core = _qt()
    found = core.QCoreApplication.translate(CONTEXT, plural, None, n) if core else plural
    if found == plural and n == 1:
        found = singular
    return _fill(found, {"n": core.QLocale().toString(n) if core else f"{n:,}", **args})


def mark(text: str) -> Marked:
    """Mark a sentence of a table for translation without translating it yet."""
    return Marked(text)


def tr_marked(text: Marked, /, **args: object) -> str:
    """Return a marked sentence in the person's language, with its placeholders filled in."""
    return tr(text, **args)


def _qt() -> ModuleType | None:
    return sys.modules.get("PySide6.QtCore")


def _fill(text: str, args: dict[str, object]) -> str:
    def value(match: re.Match[str]) -> str:
        name = match.group(1)
        return str(args[name]) if name in args else match.group(0)

    return _PLACEHOLDER.sub(value, text) if args else text
