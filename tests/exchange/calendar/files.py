"""Calendar files of fictional people, in the shapes that programs give them."""

from __future__ import annotations

from datetime import UTC, datetime

from interview_coach.domain.calendar import CalendarEvent, CalendarFile
from interview_coach.domain.incoming import unheard
from interview_coach.exchange.calendar import reading

NOW = datetime(2026, 11, 22, 21, 0, tzinfo=UTC)

BERLIN = """BEGIN:VTIMEZONE
TZID:{name}
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
"""

GOOGLE = """BEGIN:VCALENDAR
PRODID:-//Google Inc//Google Calendar 70.9054//EN
VERSION:2.0
CALSCALE:GREGORIAN
METHOD:REQUEST
BEGIN:VEVENT
DTSTART:20261201T130000Z
DTEND:20261201T140000Z
DTSTAMP:20261120T090000Z
ORGANIZER;CN=Noor Haddad:mailto:noor.haddad@tidewater-energy.example
UID:4k2j5h6g7f8d9s0a@google.com
ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=TRUE;CN=
 Noor Haddad;X-NUM-GUESTS=0:mailto:noor.haddad@tidewater-energy.example
ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE
 ;CN=yusuf.demir@tidewater-energy.example;X-NUM-GUESTS=0:mailto:yusuf.demir@ti
 dewater-energy.example
ATTENDEE;CUTYPE=RESOURCE;ROLE=REQ-PARTICIPANT;CN=Room Heron:mailto:c_188@resource.calendar.google.com
ATTENDEE;CUTYPE=INDIVIDUAL;CN=Alex Moreau:mailto:alex.moreau@gmail.com
X-GOOGLE-CONFERENCE:https://meet.google.com/abc-defg-hij
DESCRIPTION:<p>Hi Alex\\,</p><p>see you there\\; bring questions.</p><a href="https://tidewater-energy.example/jobs">the job</a>
LOCATION:
SEQUENCE:1
STATUS:CONFIRMED
SUMMARY:Technical interview: Data Engineer at Tidewater Energy
BEGIN:VALARM
ACTION:DISPLAY
TRIGGER:-P0DT0H10M0S
DESCRIPTION:This is an event reminder
END:VALARM
END:VEVENT
END:VCALENDAR
"""

OUTLOOK = (
    """BEGIN:VCALENDAR
METHOD:REQUEST
PRODID:Microsoft Exchange Server 2010
VERSION:2.0
"""
    + BERLIN.format(name="W. Europe Standard Time")
    + """BEGIN:VEVENT
ORGANIZER;CN="Fontaine, Léa":mailto:lea.fontaine@brightwater.example
ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN="Feldmann, Nora":mailto:nora.feldmann@brightwater.example
DESCRIPTION;LANGUAGE=en-US:________________\\nMicrosoft Teams meeting\\nJoin: https://teams.microsoft.com/l/meetup-join/19%3ameeting_x
UID:040000008200E00074C5B7101A82E00800000000D0A1B2C3
SUMMARY;LANGUAGE=en-US:Interview with Brightwater - final round
DTSTART;TZID=W. Europe Standard Time:20261202T100000
DTEND;TZID=W. Europe Standard Time:20261202T113000
CLASS:PUBLIC
PRIORITY:5
DTSTAMP:20261119T101112Z
TRANSP:OPAQUE
STATUS:CONFIRMED
SEQUENCE:0
LOCATION;LANGUAGE=en-US:Microsoft Teams Meeting
X-MICROSOFT-SKYPETEAMSMEETINGURL:https://teams.microsoft.com/l/meetup-join/skype
END:VEVENT
END:VCALENDAR
"""
)

ZOOM = """BEGIN:VCALENDAR
PRODID:-//zoom.us//iCalendar Event//EN
VERSION:2.0
METHOD:REQUEST
BEGIN:VEVENT
DTSTAMP:20261119T101112Z
DTSTART;TZID=America/New_York:20261203T093000
DTEND;TZID=America/New_York:20261203T100000
SUMMARY:Kestrel Maps <> Alex Moreau - intro call
UID:20261119T101112Z-94512345678@fe80:0:0:0:31:49ff:fec1:16ddens5
ORGANIZER;CN=Zoom:mailto:no-reply@zoom.us
DESCRIPTION:Sam is inviting you to a scheduled Zoom meeting.\\n\\nJoin Zoom Meeting\\nhttps://us02web.zoom.us/j/94512345678?pwd=abc\\n\\nOur page: https://kestrel.example
LOCATION:https://us02web.zoom.us/j/94512345678?pwd=abc
END:VEVENT
END:VCALENDAR
"""

CALENDLY = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Calendly//EN
CALSCALE:GREGORIAN
METHOD:REQUEST
BEGIN:VEVENT
DTSTAMP:20261119T101112Z
UID:calendly-7e2a
DTSTART:20261204T150000Z
DTEND:20261204T153000Z
SUMMARY:Phone screen
ORGANIZER;CN=Calendly:mailto:notifications@calendly.com
ATTENDEE;CN=Sorrel Recruiting:mailto:recruiting@sorrel-foods.example
ATTENDEE;CN=Ida Sand:mailto:ida@sorrel-foods.example
ATTENDEE;CN=Alex Moreau:mailto:alex.moreau@gmail.com
LOCATION:+49 30 1234567
DESCRIPTION:Event Name\\nPhone screen\\n\\nCancel: https://calendly.com/cancellations/1\\nReschedule: https://calendly.com/reschedulings/1
END:VEVENT
END:VCALENDAR
"""


def one_event(*lines: str, before: str = "", around: str = "") -> str:
    """A calendar with one event of these lines."""
    inner = "\n".join(lines)
    return (
        f"BEGIN:VCALENDAR\nVERSION:2.0\n{around}{before}BEGIN:VEVENT\nUID:a@example.com\n"
        f"{inner}\nEND:VEVENT\nEND:VCALENDAR\n"
    )


def understood(text: str | bytes, now: datetime = NOW) -> CalendarFile:
    """What is understood of a file."""
    data = text if isinstance(text, bytes) else text.replace("\n", "\r\n").encode()
    return reading.read_at(data, now, unheard)


def event_of(text: str | bytes) -> CalendarEvent:
    """The one event of a file."""
    (found,) = understood(text).events
    return found
