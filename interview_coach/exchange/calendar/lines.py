"""Owns a calendar file as lines: its bytes as text, folded lines joined, each taken apart.

Nothing here trusts the file: what is too long is cut, what is nested too deep or closed wrongly is
passed over, and a line that no rule allows belongs to the text before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from icalendar.parser import Contentline
from icalendar.prop import vText

LONGEST_LINE = 100_000
MOST_PROPERTIES = 1_000
_FOLD = re.compile(rb"\r?\n[ \t]")
_BREAK = re.compile(r"\r\n|\n|\r")
_NAME = re.compile(r"[A-Za-z0-9-]+(?=[;:])")
_TIMES = frozenset({"DTSTART", "DTEND", "RECURRENCE-ID"})
_DIGITS = re.compile(r"[0-9TZtz:\-]*")
# What an interview can be read from; all else, pictures in the description above all, is passed over.
_WANTED = frozenset(
    {
        "UID", "SEQUENCE", "SUMMARY", "DESCRIPTION", "LOCATION", "DTSTART", "DTEND", "DURATION",
        "RRULE", "EXDATE", "RECURRENCE-ID", "ORGANIZER", "ATTENDEE", "STATUS", "URL", "CONFERENCE",
        "X-GOOGLE-CONFERENCE", "X-MICROSOFT-SKYPETEAMSMEETINGURL", "X-MICROSOFT-CDO-ALLDAYEVENT",
        "TZID", "X-LIC-LOCATION", "TZOFFSETFROM", "TZOFFSETTO", "RDATE",
        "METHOD", "X-WR-TIMEZONE", "X-WR-CALNAME",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Property:
    """One line: its name in capitals, its parameters, and its value as it stands there."""

    name: str
    parameters: Mapping[str, str]
    value: str

    @property
    def text(self) -> str:
        """The value as text, its escapes undone."""
        # Quotation marks need no escape; some programs give them one all the same.
        return str(vText.from_ical(self.value)).replace('\\"', '"')


@dataclass(slots=True)
class Component:
    """A part of the file between BEGIN and END, with the parts in it."""

    name: str
    properties: list[Property] = field(default_factory=list)
    parts: list[Component] = field(default_factory=list)

    def first(self, name: str) -> Property | None:
        """The first property of that name."""
        return next((one for one in self.properties if one.name == name), None)

    def all(self, name: str) -> list[Property]:
        """All properties of that name."""
        return [one for one in self.properties if one.name == name]

    def text(self, name: str) -> str:
        """The text of the first property of that name; nothing without one."""
        found = self.first(name)
        return found.text.strip() if found is not None else ""


def text_of(data: bytes) -> str:
    """The file as text. Lines are joined first: some programs fold in the middle of a character."""
    for mark, coding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if data.startswith(mark):
            data = data[2:].decode(coding, "replace").encode("utf-8", "replace")
    joined = _FOLD.sub(b"", data)
    try:
        return joined.decode("utf-8-sig")
    except UnicodeDecodeError:
        return joined.decode("cp1252", "replace")


def logical_lines(text: str) -> Iterator[str]:
    """The lines; what begins like no property belongs to the value before it, as its next line."""
    before = ""
    for line in _BREAK.split(text):
        if not line.strip():
            continue
        if _NAME.match(line):
            if before:
                yield before
            before = line[:LONGEST_LINE]
        elif before and len(before) < LONGEST_LINE:
            before = f"{before}\\n{line}"[:LONGEST_LINE]
    if before:
        yield before


def taken_apart(line: str) -> Property | None:
    """A line as a property; None when it is of no use or cannot be read."""
    found = _NAME.match(line)
    name = found.group().upper() if found else ""
    if name not in _WANTED:
        return None
    try:
        _, given, value = Contentline(line).parts()  # type: ignore[no-untyped-call]
    except ValueError:
        # Parameters that the standard forbids; the value is behind the first colon all the same.
        return Property(name, {}, line.partition(":")[2])
    parameters = {
        str(key).upper(): ",".join(map(str, one)) if isinstance(one, list) else str(one)
        for key, one in given.items()
    }
    if name in _TIMES and not _DIGITS.fullmatch(value):
        # A zone's name with a colon in it that should have been quoted.
        zone, _, value = line.rpartition(":")
        parameters["TZID"] = zone.partition("TZID=")[2].strip('"')
    return Property(name, parameters, str(value))


def components(text: str, most_events: int) -> tuple[list[Component], int]:
    """The calendars of a file with their events and zones, and how many events were left out."""
    found: list[Component] = []
    open_: list[Component] = []
    skipping = 0
    events, cut = 0, 0
    for line in logical_lines(text):
        word = line[:64].strip().upper()
        if word.startswith("BEGIN:"):
            name = word[6:].strip()
            over = name == "VEVENT" and events >= most_events
            cut += over
            if skipping or over or not _belongs(name, open_):
                skipping += 1
                continue
            events += name == "VEVENT"
            part = Component(name)
            (open_[-1].parts if open_ else found).append(part)
            open_.append(part)
        elif word.startswith("END:"):
            if skipping:
                skipping -= 1
            elif word[4:].strip() in {part.name for part in open_}:
                while open_.pop().name != word[4:].strip():
                    pass
        elif open_ and not skipping and len(open_[-1].properties) < MOST_PROPERTIES:
            made = taken_apart(line)
            if made is not None:
                open_[-1].properties.append(made)
    return found, cut


_INSIDE = {"VEVENT": "VCALENDAR", "VTIMEZONE": "VCALENDAR", "STANDARD": "VTIMEZONE"}
_INSIDE["DAYLIGHT"] = "VTIMEZONE"


def _belongs(name: str, open_: list[Component]) -> bool:
    if name == "VCALENDAR":
        return not open_
    return bool(open_) and _INSIDE.get(name) == open_[-1].name
