"""Owns what an event may mean as an interview: company, role, kind, the link and the place.

Every answer is a guess for a preview; where the text says nothing there is none.
"""

from __future__ import annotations

import html
import re
from urllib.parse import urlsplit

from interview_coach.domain.calendar import Proposal
from interview_coach.domain.kinds import InterviewKind, Mode
from interview_coach.domain.links import is_link
from interview_coach.exchange.calendar.lines import Component
from interview_coach.exchange.calendar.people import Named, company_in

LONGEST_TEXT = 20_000
LONGEST_GUESS = 120
_URL = re.compile(r"https?://[^\s<>\"'\\\]]+", re.IGNORECASE)
_TRAILING = ".,;:!?)>*_"
_MEETINGS = (
    "zoom.us", "zoomgov.com", "meet.google.com", "teams.microsoft.com", "teams.live.com",
    "webex.com", "whereby.com", "gotomeeting.com", "goto.com", "bluejeans.com", "chime.aws",
    "meet.jit.si", "skype.com", "around.co", "ringcentral.com", "hirevue.com", "coderpad.io",
    "karat.com", "vidcruiter.com", "sparkhire.com", "livestorm.co", "gather.town", "discord.gg",
)  # fmt: skip
_JOIN = re.compile(r"/(join|meet|meeting|j|call|room)[/?]|(^|[./])meet\.", re.IGNORECASE)
_PHONE = re.compile(r"^(?:tel:|phone|call|telefon|téléphone)|^\+?[\d ().\-/]{7,}$", re.IGNORECASE)
_ONLINE = re.compile(
    r"^(online|remote|video( ?call| ?conference)?|virtual|google meet|zoom( meeting)?"
    r"|(microsoft )?teams( meeting)?|microsoft teams-besprechung|web ?conference)\W*$",
    re.IGNORECASE,
)
# The most telling first: a technical phone screen is technical.
_KINDS = (
    (InterviewKind.FINAL, r"\bfinal\b"),
    (InterviewKind.PANEL, r"\b(panel|on-?site|loop|super ?day)\b"),
    (InterviewKind.CASE, r"\bcase (study|interview)\b"),
    (InterviewKind.PRESENTATION, r"\bpresentation\b"),
    (InterviewKind.TECHNICAL, r"\b(tech(nical)?|coding|pair(ing)?|system design|live ?code)\b"),
    (InterviewKind.HIRING_MANAGER, r"\bhiring manager\b"),
    (InterviewKind.BEHAVIOURAL, r"\b(behaviou?ral|culture|values)\b"),
    (InterviewKind.PHONE_SCREEN, r"\b(phone|screen(ing)?|recruiter|intro(ductory)?|first call)\b"),
    (InterviewKind.INFORMAL, r"\b(coffee|informal|chat|lunch)\b"),
)
_INTERVIEW = (
    r"(?:(?:job|video|phone|technical|first|second|final|panel|virtual|on-?site)\s+)*interview"
)
_NAME = r"[A-Z0-9][^\n|<>]{1,60}?"
_COMPANIES = (
    # Interview: Data Engineer at Northwind; Interview with Northwind (video)
    rf"(?:\bat|@)\s+({_NAME})(?=\s*(?:[-–—|(,:\[]|$))",
    rf"(?i:{_INTERVIEW})\s+(?:with|mit|bei|chez|avec)\s+({_NAME})(?=\s*(?:[-–—|(,:\[]|\bfor\b|$))",
    # Northwind interview; Northwind <> Alex; Northwind x Alex
    rf"^({_NAME})\s*(?:<>|<->|\|\|?|//)\s*\S",
    rf"^({_NAME})\s*[-–—:]?\s+(?i:{_INTERVIEW})\b",
)
_ROLES = (
    rf"(?i:{_INTERVIEW})\s*[:–—-]\s*({_NAME})\s+(?:at|@)\s",
    rf"\b(?:for|als|as)\s+(?:(?:the|a|an)\s+)?(?:role of\s+|position of\s+)?({_NAME})(?:\s+(?:role|position))?(?=\s*(?:[-–—|(,:\[]|\bat\b|\bwith\b|$))",
    rf"^({_NAME})\s+(?:at|@)\s+{_NAME}",
)
_MEETING = re.compile(
    r"interview|gespräch|entretien|\b(?:role|position|screen|call|chat|application|round|at)\b|@",
    re.IGNORECASE,
)
_GENERIC = re.compile(
    r"^(?:(?:your|the|an?|job|video|phone|technical|first|second|third|final|panel|virtual|on-?site"
    r"|intro(?:duction|ductory)?|screening|call|chat|meeting|zoom|teams|google|meet|round|invitation"
    r"|updated|confirmed|event|interview|candidate|hiring|manager|recruiter|screen|you|me|us)\W*)+$",
    re.IGNORECASE,
)


def plain_text(text: str) -> str:
    """A description without the markup that some programs write there; links keep their addresses."""
    text = text[:LONGEST_TEXT]
    if re.search(r"<(?:br|p|a|div|html|b|span|ul)\b", text, re.IGNORECASE):
        text = re.sub(r"<a\b[^>]*?href=[\"']?([^\"'> ]+)[^>]*>", r" \1 ", text, flags=re.IGNORECASE)
        text = re.sub(r"<(?:br|/p|/div|/li|/tr|/h\d)\b[^>]*>", "\n", text, flags=re.IGNORECASE)
        text = html.unescape(re.sub(r"<[^<>]*>", "", text))
    lines = [" ".join(line.split()) for line in text.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def addresses(text: str) -> list[str]:
    """The web addresses in a text."""
    return [found.rstrip(_TRAILING) for found in _URL.findall(text[:LONGEST_TEXT])]


def _is_meeting(address: str) -> bool:
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").casefold()
    except ValueError:
        return False
    known = any(host == one or host.endswith(f".{one}") for one in _MEETINGS)
    return known or _JOIN.search(f"{host}{parts.path}") is not None


def join_link(event: Component, description: str, location: str) -> str:
    """The link to join, from whichever of its places the calendar has put it in."""
    for name in ("X-GOOGLE-CONFERENCE", "X-MICROSOFT-SKYPETEAMSMEETINGURL"):
        given = addresses(event.text(name))
        if given:
            return given[0]
    conferences = [
        (one.parameters.get("FEATURE", "").upper(), one.text.strip())
        for one in event.all("CONFERENCE")
    ]
    conferences.sort(key=lambda pair: "VIDEO" not in pair[0])
    web = [address for _, address in conferences if addresses(address)]
    if web:
        return web[0]
    located = addresses(location)
    if located:
        return located[0]
    meetings = [one for one in addresses(description) if _is_meeting(one)]
    if meetings:
        return meetings[0]
    url = event.text("URL")
    if addresses(url) and _is_meeting(url):
        return url
    dialled = [address for _, address in conferences if address.casefold().startswith("tel:")]
    return dialled[0] if dialled and is_link(dialled[0]) else ""


def where(location: str, link: str, description: str) -> tuple[Mode, str]:
    """How it is held, and the place where there is one."""
    place = _URL.sub("", location).strip(" ,;|-–")
    if _PHONE.search(place):
        return Mode.PHONE, place
    if not place or _ONLINE.search(place):
        by_phone = link.startswith("tel:") or re.search(
            r"\b(?:call you|phone call|by phone|phone number)\b", description[:2000], re.IGNORECASE
        )
        return (Mode.PHONE if by_phone and not link.startswith("http") else Mode.VIDEO), ""
    return (Mode.VIDEO if link else Mode.ON_SITE), place


def kind_in(text: str) -> InterviewKind | None:
    """The kind of interview that a summary names."""
    return next((kind for kind, word in _KINDS if re.search(word, text, re.IGNORECASE)), None)


def _first(patterns: tuple[str, ...], text: str) -> str:
    for pattern in patterns:
        for found in re.finditer(pattern, text):
            guess = found.group(1).strip(" -–—:|,.")
            if guess and not _GENERIC.match(guess):
                return guess[:LONGEST_GUESS]
    return ""


def propose(event: Component, summary: str, description: str, who: Named) -> Proposal:
    """What the event may mean."""
    location = event.text("LOCATION")
    title = " ".join(summary.split())[:300]
    # "Invitation: …" is the mail program's, "(Alex Moreau)" at the end the scheduler's.
    title = re.sub(
        r"^(?:(?:updated )?invitation|accepted|confirmed|canceled|cancelled)\s*:\s*",
        "",
        title,
        flags=re.IGNORECASE,
    )
    company, company_from = _first(_COMPANIES, title), "summary"
    if not company and who.domain:
        company = company_in(who.domain)
        company_from = "organiser" if who.from_organiser else "attendees"
    if any(company.casefold() == person.name.casefold() for person in who.people):
        # "Interview with Ada Lovelace" names who, not where.
        company = company_in(who.domain)
        company_from = "organiser" if who.from_organiser else "attendees"
    link = join_link(event, description, location)
    if not is_link(link):
        link = ""
    mode, place = where(location, link, description)
    role = _first(_ROLES, title) if _MEETING.search(title) else ""
    return Proposal(
        company=company,
        company_from=company_from if company else "",
        title=role if role.casefold() != company.casefold() else "",
        kind=kind_in(title) or kind_in(description[:300]),
        mode=mode,
        link=link,
        place=" ".join(place.split())[:300],
    )
