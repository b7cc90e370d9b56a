"""A JSON Resume job description: `job.json`, as tools that write CVs exchange it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from interview_coach.domain.posting import Found, Posting
from interview_coach.exchange.posting.days import month_of
from interview_coach.exchange.posting.pages import plain
from interview_coach.exchange.posting.pay import pay_of

_MARKS = frozenset(
    {
        "responsibilities",
        "qualifications",
        "skills",
        "description",
        "experience",
        "remote",
        "salary",
    }
)


def is_job_file(value: Any) -> bool:
    """Whether this is a job file: a job's title and some of what only a job has, and no CV's basics."""
    if not isinstance(value, dict) or "basics" in value or "work" in value:
        return False
    return isinstance(value.get("title"), str) and len(_MARKS & set(value)) >= 1


def posting_of(value: Mapping[str, Any]) -> Posting:
    """What a job file says."""
    asks = _lines(value.get("qualifications"))
    experience = _line(value.get("experience"))
    parts = [
        _line(value.get("description")),
        _section("Responsibilities", _lines(value.get("responsibilities"))),
        _section("Qualifications", asks),
        _section("Skills", _skills(value.get("skills"))),
        _section("Experience", [experience] if experience else []),
    ]
    meta = value.get("meta")
    address = meta.get("canonical") if isinstance(meta, dict) else ""
    return Posting(
        title=_line(value.get("title")),
        company=_line(value.get("company")) or _line(value.get("hiringOrganization")),
        places=_places(value),
        pay=pay_of({"salary": value.get("salary")}),
        employment=_line(value.get("type")),
        url=_line(value.get("url")) or _line(address),
        posted_on=month_of(value.get("date")),
        text="\n\n".join(part for part in parts if part),
        asks=tuple(asks),
        found=Found.JOB_FILE,
    ).cleaned()


def _line(value: Any) -> str:
    if isinstance(value, dict):
        value = value.get("name")
    return plain(value) if isinstance(value, str) else ""


def _lines(value: Any) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [line for one in values[:200] if (line := _line(one))]


def _section(heading: str, lines: list[str]) -> str:
    return "\n".join([heading, *(f"- {line}" for line in lines)]) if lines else ""


def _skills(value: Any) -> list[str]:
    found = []
    for one in value[:200] if isinstance(value, list) else []:
        if not isinstance(one, dict):
            found.append(_line(one))
            continue
        words = one.get("keywords")
        named = ", ".join(_lines(words)) if isinstance(words, list) else ""
        level = _line(one.get("level"))
        line = _line(one.get("name")) + (f" ({level})" if level else "")
        found.append(f"{line}: {named}" if named else line)
    return [line for line in found if line]


def _places(value: Mapping[str, Any]) -> tuple[str, ...]:
    where = value.get("location")
    line = _line(where)
    if isinstance(where, dict) and not line:
        names = [_line(where.get(name)) for name in ("city", "region", "countryCode")]
        line = ", ".join(dict.fromkeys(name for name in names if name))
    remote = _line(value.get("remote"))
    word = {"full": "Remote", "hybrid": "Hybrid"}.get(remote.casefold(), "")
    return tuple(part for part in (line, word) if part)
