"""A posting: what was understood of it, when two are the same, and what it becomes.

Reading files is `exchange/posting`; what a reader could not be sure of stays empty here.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from datetime import date
from enum import StrEnum
from urllib.parse import parse_qsl, urlencode, urlsplit

from interview_coach.domain.interview import OpportunityDraft
from interview_coach.domain.links import is_link
from interview_coach.domain.text import LINE_LIMIT, TEXT_LIMIT, clean_line, clean_text

PLACES_SHOWN = 8
# What job sites and newsletters add to an address to see where somebody came from.
_TRACKING = frozenset(
    {
        *(
            "fbclid",
            "gclid",
            "gh_src",
            "lever-source",
            "lever-origin",
            "mc_cid",
            "mc_eid",
            "msclkid",
        ),
        *("ref", "refid", "referer", "referrer", "source", "src", "trackingid", "trk", "trkinfo"),
        *("ebp", "originalsubdomain", "position", "pagenum", "lipi", "li_fat_id", "rcm", "_ga"),
    }
)


class Found(StrEnum):
    """Where in a file the posting was found."""

    STRUCTURED = "structured"
    JOB_FILE = "job_file"
    MAIN_TEXT = "main_text"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Posting:
    """What was understood of a posting. Empty means: it was not said, or not for certain."""

    title: str = ""
    company: str = ""
    places: tuple[str, ...] = ()
    pay: str = ""
    employment: str = ""
    url: str = ""
    posted_on: date | None = None
    closes_on: date | None = None
    text: str = ""
    # What the posting itself names as required, apart from its text.
    asks: tuple[str, ...] = ()
    found: Found = Found.TEXT
    others: int = field(default=0, compare=False)

    def cleaned(self) -> Posting:
        """The same with clean texts, within the limits of the fields they go to."""

        def line(text: str) -> str:
            return clean_line(text)[:LINE_LIMIT]

        url = clean_line(self.url)
        return replace(
            self,
            title=line(self.title),
            company=line(self.company),
            places=tuple(dict.fromkeys(p for p in map(line, self.places) if p))[:PLACES_SHOWN],
            pay=line(self.pay),
            employment=line(self.employment),
            url=url if is_link(url) and len(url) <= 2000 else "",
            text=clean_text(self.text).strip()[:TEXT_LIMIT],
            asks=tuple(dict.fromkeys(a for a in map(line, self.asks) if a)),
        )

    @property
    def place(self) -> str:
        """All places on one line."""
        return "; ".join(self.places)[:LINE_LIMIT]

    def draft(self) -> OpportunityDraft:
        """The opportunity that it becomes, before the person has looked at it."""
        return OpportunityDraft(
            company=self.company,
            title=self.title,
            posting_text=self.text,
            posting_url=self.url,
            place=self.place,
            pay=self.pay,
            posted_on=self.posted_on,
            closes_on=self.closes_on,
        )

    def said(self) -> dict[str, object]:
        """Field by field as plain values, for other programs to read."""
        values: dict[str, object] = {}
        for one in fields(self):
            value = getattr(self, one.name)
            values[one.name] = value.isoformat() if isinstance(value, date) else value
        values["places"], values["asks"] = list(self.places), list(self.asks)
        del values["others"]
        return values


def merged(before: OpportunityDraft, posting: OpportunityDraft) -> OpportunityDraft:
    """A known opportunity brought up to date with a posting: what the posting is silent about stays.

    The name of the company and what the person did (sent, noted) are theirs and stay as they are.
    """
    return replace(
        before,
        title=posting.title or before.title,
        posting_text=posting.posting_text or before.posting_text,
        posting_url=posting.posting_url or before.posting_url,
        place=posting.place or before.place,
        pay=posting.pay or before.pay,
        found_at=before.found_at or posting.found_at,
        posted_on=posting.posted_on or before.posted_on,
        closes_on=posting.closes_on or before.closes_on,
    )


def same_address(url: str) -> str:
    """An address in the one spelling by which two are compared; "" for what is none.

    Scheme, `www.`, the case of the host, a trailing slash, the fragment and marks of tracking do not
    count; everything else does.

    >>> same_address("https://WWW.Example.com/jobs/7/?utm_source=mail&id=3#apply")
    'example.com/jobs/7?id=3'
    >>> same_address("example.com/jobs/7?id=3"), same_address("room 4")
    ('example.com/jobs/7?id=3', '')
    """
    url = clean_line(url)
    if not is_link(url) or url.startswith(("mailto:", "tel:")):
        return ""
    try:
        parts = urlsplit(url if "://" in url else f"https://{url}")
        host, port = (parts.hostname or "").removeprefix("www."), parts.port
    except ValueError:
        return ""
    kept = sorted(
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if name.casefold() not in _TRACKING and not name.casefold().startswith("utm_")
    )
    place = f"{host}:{port}" if port not in {None, 80, 443} else host
    query = f"?{urlencode(kept)}" if kept else ""
    return f"{place}{parts.path.rstrip('/')}{query}"


class Because(StrEnum):
    """Why an opportunity may be the same as a posting."""

    ADDRESS = "address"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Alike:
    """An opportunity that may be the one a posting is about."""

    id: str
    company: str
    title: str
    because: Because
    archived: bool = False
    decided: bool = False
