"""A posting as bare text: what its lines name, and nothing that they do not."""

from __future__ import annotations

import re

from interview_coach.domain.posting import Found, Posting
from interview_coach.exchange.posting.days import day_of

_LABELS = {
    "title": (
        "job title",
        "title",
        "position",
        "role",
        "job",
        "stellenbezeichnung",
        "poste",
        "intitulé du poste",
    ),
    "company": (
        "company",
        "employer",
        "organisation",
        "organization",
        "unternehmen",
        "firma",
        "entreprise",
        "société",
    ),
    "place": (
        "location",
        "locations",
        "place",
        "standort",
        "ort",
        "einsatzort",
        "lieu",
        "localisation",
    ),
    "pay": (
        "salary",
        "pay",
        "compensation",
        "salary range",
        "pay range",
        "gehalt",
        "vergütung",
        "salaire",
        "rémunération",
    ),
    "employment": (
        "employment type",
        "job type",
        "contract type",
        "contract",
        "beschäftigungsart",
        "type de contrat",
    ),
    "closes": (
        "closing date",
        "apply by",
        "application deadline",
        "deadline",
        "applications close",
        "bewerbungsfrist",
    ),
    "posted": ("date posted", "posted", "posted on", "published"),
    "url": ("link", "url", "apply at", "address"),
}
_BY_LABEL = {label: name for name, labels in _LABELS.items() for label in labels}
_LABELLED = re.compile(r"\s*([^\W\d_][^:|\n]{1,30}?)\s*[:：]\s*(\S.{0,300})")
_ABOUT = re.compile(r"about ([A-Z][\w&.'’-]*(?: [A-Z&][\w&.'’-]*){0,3})\s*")
_NOT_A_NAME = frozenset(
    [
        "us",
        "you",
        "the",
        "this",
        "our",
        "role",
        "team",
        "job",
        "position",
        "company",
        "what",
        "me",
        "we",
        "who",
        "your",
    ]
)
_TITLE_LIMIT = 90
_LOOKED_AT = 400


def posting_of(text: str, title: str = "", company: str = "") -> Posting:
    """What a text says. `title` and `company` where something better than its lines named them."""
    found: dict[str, str] = {}
    lines = [line.strip() for line in text.splitlines()]
    for line in lines[:_LOOKED_AT]:
        labelled = _LABELLED.fullmatch(line)
        if labelled and (name := _BY_LABEL.get(labelled.group(1).strip().casefold())):
            found.setdefault(name, labelled.group(2).strip())
    return Posting(
        title=title or found.get("title") or _first_line(lines),
        company=company or found.get("company") or _about(lines),
        places=(found.get("place", ""),),
        pay=found.get("pay", ""),
        employment=found.get("employment", ""),
        url=found.get("url", ""),
        posted_on=day_of(found.get("posted")),
        closes_on=day_of(found.get("closes")),
        text=text,
        found=Found.TEXT,
    ).cleaned()


def _first_line(lines: list[str]) -> str:
    """The first line, where it reads like a heading."""
    first = next((line for line in lines if line), "").lstrip("#*- ").strip("* ")
    ends = first.endswith((".", "!", "?", ":", ",", ";", "。"))
    named = _LABELLED.fullmatch(first) is not None or "://" in first
    return "" if len(first) > _TITLE_LIMIT or ends or named else first


def _about(lines: list[str]) -> str:
    """Whom a heading "About …" names; a sentence that begins so names nobody."""
    for line in lines[:_LOOKED_AT]:
        found = re.fullmatch(_ABOUT, line.lstrip("# ").replace("About", "about", 1))
        if found and not {word.casefold() for word in found.group(1).split()} & _NOT_A_NAME:
            return found.group(1)
    return ""
