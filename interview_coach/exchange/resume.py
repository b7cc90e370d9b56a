"""CVs in JSON Resume: 1.0, and the drafts before it with their other names.

Read are the highlights of work, volunteering and projects, each with its place, its time (as far as it is
a date at all) and its summary, and the name at the top. Everything else is passed over: contact data is
nobody's business here, and skills or prizes are no stories. What is malformed is passed over and
counted; a file that is no JSON, or no CV, is refused.
"""

from __future__ import annotations

import json
import re
from typing import Any

from interview_coach.domain.incoming import Refused, Told, unheard
from interview_coach.domain.library import LibraryDraft
from interview_coach.domain.resume import MOST_STORIES, Resume, span, story_of
from interview_coach.domain.text import clean_line, clean_text
from interview_coach.exchange.recognise import Head

KIND = "resume"
LARGEST = 5 << 20
APART = None
_SECTIONS = ("work", "volunteer", "projects")
# 1.0 first, then what earlier drafts called it.
_PLACES = ("name", "company", "organization", "entity")
_SIGNS = re.compile(r'"(?:basics"\s*:\s*\{|work"\s*:\s*\[)|resume-schema')
_LONGEST = 4_000


def recognises(head: Head) -> bool:
    """JSON that has what only a CV has."""
    return head.text.startswith("{") and _SIGNS.search(head.text) is not None


def read(data: bytes, name: str, told: Told = unheard) -> Resume:
    """The stories of a CV. Raises `Refused`: too_large, not_json, not_ours."""
    del name
    if len(data) > LARGEST:
        raise Refused("too_large", limit=LARGEST)
    try:
        found = json.loads(_decoded(data))
    except (ValueError, RecursionError) as error:
        raise Refused("not_json") from error
    if not isinstance(found, dict) or not any(part in found for part in ("basics", *_SECTIONS)):
        raise Refused("not_ours")
    stories: list[LibraryDraft] = []
    seen: set[str] = set()
    passed = 0
    for place, section in enumerate(_SECTIONS):
        told(place, len(_SECTIONS))
        entries = found.get(section)
        if not isinstance(entries, list):
            passed += entries is not None
            continue
        for entry in entries:
            if not isinstance(entry, dict):
                passed += 1
                continue
            made, odd = _stories(entry)
            passed += odd
            for story in made:
                if story.origin in seen or len(stories) >= MOST_STORIES:
                    passed += 1
                    continue
                seen.add(story.origin)
                stories.append(story)
    told(len(_SECTIONS), len(_SECTIONS))
    basics = found.get("basics")
    who = _line(basics, "name") if isinstance(basics, dict) else ""
    return Resume(who, tuple(stories), passed)


def describe(what: Resume) -> dict[str, Any]:
    """The stories as plain values."""
    return {
        "name": what.name,
        "stories": [
            {
                "title": story.text,
                "situation": story.situation,
                "result": story.result,
                "skills": story.skills,
            }
            for story in what.stories
        ],
        "passed_over": what.passed_over,
    }


def _decoded(data: bytes) -> str:
    for mark, coding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(coding)
    return data.decode("utf-8-sig")


def _stories(entry: dict[str, Any]) -> tuple[list[LibraryDraft], int]:
    """The stories of one job, and how many of its highlights were none."""
    highlights = entry.get("highlights")
    if isinstance(highlights, str):
        # As some programs write it: one text, a line for each.
        highlights = highlights.splitlines()
    if not isinstance(highlights, list):
        return [], int(highlights is not None)
    place = next((text for text in (_line(entry, name) for name in _PLACES) if text), "")
    role = _line(entry, "position") or _first(entry.get("roles"))
    when = span(_line(entry, "startDate"), _line(entry, "endDate"))
    about = [clean_text(_text(entry, name))[:_LONGEST] for name in ("description", "summary")]
    keywords = entry.get("keywords")
    skills = (
        ", ".join(k for k in keywords if isinstance(k, str))[:400]
        if isinstance(keywords, list)
        else ""
    )
    made = []
    odd = 0
    for highlight in highlights:
        text = (
            clean_text(highlight)[:_LONGEST].strip(" -–•*\n\t")
            if isinstance(highlight, str)
            else ""
        )
        if not text:
            odd += 1
            continue
        made.append(story_of(text, (role, place, when), "\n".join(t for t in about if t), skills))
    return made, odd


def _text(entry: dict[str, Any], name: str) -> str:
    value = entry.get(name)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return value if isinstance(value, str) else ""


def _line(entry: dict[str, Any], name: str) -> str:
    return clean_line(_text(entry, name))[:300]


def _first(roles: object) -> str:
    found = [role for role in roles if isinstance(role, str)] if isinstance(roles, list) else []
    return clean_line(found[0])[:300] if found else ""
