"""The brief as Markdown: all of it, with whatever a person wrote staying text."""

from __future__ import annotations

import re

from interview_coach.domain.brief import Brief

# What would be read as emphasis, code, a link, a tag or a table wherever it stands.
_ANYWHERE = re.compile(r"([\\`*_\[\]<>|~])")
# What begins a heading, a list or a line across only at the start of one.
_AT_START = re.compile(r"^(\s*)([#+\-=]|\d+(?=[.)]))")


def plain(text: str) -> str:
    r"""A line as Markdown that says just this line.

    >>> plain("1. *Not* a list <b>")
    '1\\. \\*Not\\* a list \\<b\\>'
    """
    escaped = _ANYWHERE.sub(r"\\\1", " ".join(text.split()))
    number = re.match(r"\d+(?=[.)])", escaped)
    if number:
        return f"{number.group()}\\{escaped[number.end() :]}"
    return _AT_START.sub(r"\1\\\2", escaped)


def markdown(brief: Brief) -> str:
    """The brief as a Markdown document."""
    lines = [f"# {plain(brief.title)}", "", plain(brief.subtitle), ""]
    lines += [f"- {plain(fact)}" for fact in brief.facts]
    for block in brief.blocks:
        if block.lines:
            lines += ["", f"## {plain(block.heading)}", ""]
            lines += [f"- {plain(line)}" for line in block.lines]
    return "\n".join(lines).rstrip() + "\n"
