"""A schema.org JobPosting, in the shapes in which sites write it, as a `Posting`."""

from __future__ import annotations

from typing import Any

from interview_coach.domain.posting import Found, Posting
from interview_coach.exchange.posting.days import day_of
from interview_coach.exchange.posting.pages import plain
from interview_coach.exchange.posting.pay import pay_of

_MOST = 30
# What stands beside the description, or only here.
_PARTS = (
    ("responsibilities", "Responsibilities"),
    ("qualifications", "Qualifications"),
    ("skills", "Skills"),
    ("experienceRequirements", "Experience"),
    ("educationRequirements", "Education"),
    ("jobBenefits", "Benefits"),
)
_ASKED = ("qualifications", "skills", "experienceRequirements", "educationRequirements")
_EMPLOYMENT = {
    "FULL_TIME": "Full-time",
    "PART_TIME": "Part-time",
    "CONTRACTOR": "Contract",
    "TEMPORARY": "Temporary",
    "INTERN": "Internship",
    "VOLUNTEER": "Volunteer",
    "PER_DIEM": "By the day",
    "OTHER": "",
}


def posting_of(thing: dict[str, Any], others: int = 0) -> Posting:
    """What a job posting says."""
    return Posting(
        title=_text(thing.get("title") or thing.get("name")),
        company=_company(thing),
        places=_places(thing),
        pay=pay_of(thing),
        employment=", ".join(
            dict.fromkeys(filter(None, map(_employment, _list(thing.get("employmentType")))))
        ),
        url=_address(thing),
        posted_on=day_of(thing.get("datePosted")),
        closes_on=day_of(thing.get("validThrough")),
        text=_description(thing),
        asks=_asks(thing),
        found=Found.STRUCTURED,
        others=others,
    ).cleaned()


def best_of(
    found: list[dict[str, Any]], address: str, heading: str
) -> tuple[dict[str, Any], int] | None:
    """The posting that a page is about, and how many more it names; None when it names none.

    It is the one of the page's own address or heading; else the one that says most. Sites put the
    jobs that are alike beside it.
    """
    if not found:
        return None

    def rank(thing: dict[str, Any]) -> tuple[bool, bool, int]:
        title = _text(thing.get("title"))
        own = bool(address) and _address(thing).rstrip("/") == address.rstrip("/")
        named = bool(title) and title.casefold() in heading.casefold()
        return own, named, len(str(thing.get("description") or ""))

    return max(found, key=rank), len(found) - 1


def _list(value: Any) -> list[Any]:
    if value is None:
        return []
    return value[:_MOST] if isinstance(value, list) else [value]


def _text(value: Any) -> str:
    for one in _list(value):
        if isinstance(one, dict):
            one = one.get("name") or one.get("@value") or one.get("legalName")  # noqa: PLW2901
            one = one[0] if isinstance(one, list) and one else one  # noqa: PLW2901
        if isinstance(one, str) and (text := " ".join(plain(one).split())):
            return text
    return ""


def _company(thing: dict[str, Any]) -> str:
    for name in ("hiringOrganization", "organization", "employer"):
        if text := _text(thing.get(name)):
            # Some sites put their address where the name belongs.
            return "" if text.startswith(("http://", "https://")) else text
    return ""


def _employment(value: Any) -> str:
    if not isinstance(value, str):
        return ""
    key = value.strip().upper().replace("-", "_").replace(" ", "_")
    return _EMPLOYMENT.get(key, " ".join(value.split()) if len(value) < 60 else "")


def _places(thing: dict[str, Any]) -> tuple[str, ...]:
    places = [_place(one) for one in _list(thing.get("jobLocation"))]
    kind = thing.get("jobLocationType")
    if any(isinstance(k, str) and k.strip().upper() == "TELECOMMUTE" for k in _list(kind)):
        where = [_text(one) for one in _list(thing.get("applicantLocationRequirements"))]
        named = ", ".join(dict.fromkeys(filter(None, where)))
        places.append(f"Remote ({named})" if named else "Remote")
    return tuple(places)


def _place(value: Any) -> str:
    if isinstance(value, str):
        return _text(value)
    if not isinstance(value, dict):
        return ""
    address = value.get("address", value if "addressLocality" in value else None)
    if isinstance(address, list) and address:
        address = address[0]
    if isinstance(address, str) and address.strip():
        return _text(address)
    parts = []
    if isinstance(address, dict):
        names = ("addressLocality", "addressRegion", "addressCountry")
        parts = [_text(address.get(name)) for name in names]
    line = ", ".join(dict.fromkeys(part for part in parts if part))
    return line or _text(value.get("name"))


def _address(thing: dict[str, Any]) -> str:
    page = thing.get("mainEntityOfPage")
    if isinstance(page, dict):
        page = page.get("@id") or page.get("url")
    for value in (thing.get("url"), thing.get("sameAs"), page, thing.get("@id")):
        for one in _list(value):
            if isinstance(one, str) and one.strip().startswith(("http://", "https://")):
                return one.strip()
    return ""


def _description(thing: dict[str, Any]) -> str:
    text = "\n\n".join(
        plain(one) for one in _list(thing.get("description")) if isinstance(one, str)
    )
    for name, heading in _PARTS:
        lines = [line for line in _lines(thing.get(name)) if line not in text]
        if lines:
            text = "\n".join([text, "", heading, *(f"- {line}" for line in lines)])
    return text.strip()


def _lines(value: Any) -> list[str]:
    """A list however it is written: as a list, as HTML, as an object with months or a name."""
    found: list[str] = []
    for one in _list(value):
        if isinstance(one, dict):
            one = one.get("description") or one.get("name") or one.get("credentialCategory")  # noqa: PLW2901
        if isinstance(one, str):
            found += [line.removeprefix("- ").strip() for line in plain(one).splitlines()]
    return [line for line in found if line]


def _asks(thing: dict[str, Any]) -> tuple[str, ...]:
    found: list[str] = []
    for name in _ASKED:
        lines = _lines(thing.get(name))
        # One long line is prose: for the rules that look at the whole text.
        found += [line for line in lines if 2 < len(line) <= 200]
    return tuple(found)
