"""Makes large stores quickly: years of a search that never was, the same ones at every run.

Rows go straight into the tables, in bulk; the entries behind timeline and search are then made by
the store itself.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from interview_coach.domain.zones import WALL_FORMAT, to_utc
from interview_coach.store import entries
from interview_coach.store.opening import FILE_NAME, connect, open_store
from interview_coach.store.stamps import utc_text
from tests.wording import CITIES, Wording

SEED = 20261122
AT_ONCE = 4000
KINDS = ("phone_screen", "hiring_manager", "technical", "case", "behavioural", "panel", "final")
ZONES = ("Europe/Berlin", "Europe/London", "America/New_York", "Asia/Tokyo")
SECTIONS = ("research", "talking_point", "story", "question", "logistics")


@dataclass(frozen=True, slots=True)
class Size:
    """How large a store is; all but the first are per interview."""

    interviews: int
    prep: int = 10
    asked: int = 5
    lessons: int = 5
    remarks: int = 2
    years: int = 6


# The design size: 20,000 entries. And fifty times as many interviews, each with less around it.
DESIGN = Size(2000)
HUGE = Size(100_000, prep=5, asked=3, lessons=1, remarks=0, years=30)


def make_large(folder: Path, size: Size, now: datetime) -> Path:
    """Make a store of that size in `folder`, its last interviews around `now`; gives its file."""
    opened = open_store(folder)
    opened.writer.close()
    opened.reader.close()
    opened.lock.release()
    path = folder / FILE_NAME
    raw = connect(path)
    # Nobody minds losing this file in a power cut; foreign keys are checked once, at the end.
    for pragma in ("journal_mode=OFF", "synchronous=OFF", "foreign_keys=OFF"):
        raw.execute(f"PRAGMA {pragma}")
    raw.execute("BEGIN")
    for table, rows in _batches(size, now):
        # What is not filled here is empty, as it is where nobody has filled it in.
        empty = {
            name: "" if kind == "TEXT" else 0
            for _, name, kind, needed, usual, _ in raw.execute(f"PRAGMA table_info({table})")
            if needed and usual is None and name not in rows[0]
        }
        names = [*rows[0], *empty]
        marks = ", ".join("?" * len(names))
        raw.executemany(
            f"INSERT INTO {table}({', '.join(names)}) VALUES ({marks})",
            [(*row.values(), *empty.values()) for row in rows],
        )
    entries.rebuild(raw)
    raw.execute("COMMIT")
    wrong = raw.execute("PRAGMA foreign_key_check").fetchall()
    if wrong:
        raise AssertionError(wrong[:3])
    raw.execute("PRAGMA journal_mode=WAL")
    raw.close()
    return path


def _batches(size: Size, now: datetime) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Rows by table, a few thousand at a time, parents before children."""
    search = _Search(size, now)
    for _ in search:
        if sum(map(len, search.rows.values())) > AT_ONCE:
            yield from search.taken()
    yield from search.taken()


class _Search:
    """One invented search; iterating makes one opportunity after the other."""

    def __init__(self, size: Size, now: datetime) -> None:
        self.size = size
        self.now = now
        self.chance = random.Random(SEED)
        self.wording = Wording(self.chance)
        self.rows: dict[str, list[dict[str, Any]]] = {}
        self._count = 0

    def taken(self) -> Iterator[tuple[str, list[dict[str, Any]]]]:
        """The rows made so far, which are then forgotten here."""
        yield from self.rows.items()
        self.rows = {}

    def __iter__(self) -> Iterator[None]:
        chance, size = self.chance, self.size
        span = timedelta(days=365 * size.years)
        company, people, left = "", [""], 0
        made = 0
        while made < size.interviews:
            begun = self.now - span + span * (made / size.interviews)
            if left == 0:
                company, people = self.company(begun - timedelta(days=9))
                left = chance.randint(1, 3)
            left -= 1
            rounds = min(chance.choice((1, 1, 2, 3, 4)), size.interviews - made)
            self.opportunity(company, people, begun, rounds)
            made += rounds
            yield

    def add(self, table: str, at: datetime, **values: Any) -> str:
        """A row made at that moment; its key, which sorts by it."""
        self._count += 1
        millis = f"{int(at.timestamp() * 1000):012x}"
        low = f"{self._count:015x}"
        key = f"{millis[:8]}-{millis[8:]}-7{low[:3]}-8{low[3:6]}-{low[3:]}"
        stamp = utc_text(at)
        row = {"id": key, "created_at": stamp, "changed_at": stamp, **values}
        self.rows.setdefault(table, []).append(row)
        return key

    def company(self, at: datetime) -> tuple[str, list[str]]:
        wording = self.wording
        name = wording.company()
        key = self.add(
            "company",
            at,
            name=name,
            website=f"https://{name.split()[0].lower()}.example.com",
            notes=wording.note(),
        )
        people = [
            self.add(
                "person",
                at,
                company_id=key,
                name=wording.person(),
                title=wording.title(),
                notes=wording.note() if self.chance.random() < 0.5 else "",
            )
            for _ in range(3)
        ]
        return key, people

    def opportunity(self, company: str, people: list[str], begun: datetime, rounds: int) -> None:
        chance, wording = self.chance, self.wording
        found = begun - timedelta(days=8)
        key = self.add(
            "opportunity",
            found,
            company_id=company,
            title=wording.title(),
            posting_text=wording.posting(),
            posting_url="https://jobs.example.com/posting",
            found_at=wording.note(),
            pay=f"{chance.randint(60, 110)} thousand",
            sent="cv.pdf, letter.pdf",
            sent_on=found.date().isoformat(),
            notes=wording.note(),
        )
        for place in range(3):
            self.add(
                "requirement",
                found,
                opportunity_id=key,
                text=wording.topic(),
                evidence=wording.note() if place else "",
                strength=("gap", "some", "strong")[place],
                position=place,
            )
        silent = chance.random() < 0.08
        for place in range(rounds):
            day = begun + timedelta(days=6 * place)
            held = self.round(key, people, day, KINDS[min(place + chance.randint(0, 1), 6)])
            answered = day + timedelta(days=chance.randint(2, 20))
            last = place == rounds - 1
            if held and answered < self.now and not (last and silent):
                self.outcome(key, held, answered, last=last)

    def round(self, opportunity: str, people: list[str], day: datetime, kind: str) -> str:
        """One round; its key when it was held and reviewed, else nothing."""
        chance, wording = self.chance, self.wording
        zone = chance.choice(ZONES)
        wall = day.replace(
            hour=chance.randint(8, 17),
            minute=chance.choice((0, 15, 30)),
            second=0,
            microsecond=0,
            tzinfo=None,
        )
        start = to_utc(wall, zone)
        end = start + timedelta(minutes=45)
        before = min(start - timedelta(days=4), self.now)
        off = chance.random() < 0.03
        key = self.add(
            "interview",
            before,
            opportunity_id=opportunity,
            kind=kind,
            start=wall.strftime(WALL_FORMAT),
            zone=zone,
            fold=0,
            minutes=45,
            start_at=utc_text(start),
            end_at=utc_text(end),
            mode=chance.choice(("video", "phone", "on_site")),
            place=chance.choice(CITIES),
            link="https://meet.example.com/abc-defg-hij",
            notes=wording.note(),
            called_off_by="them" if off else None,
            called_off_at=utc_text(before) if off else None,
            not_held=0,
        )
        self.add(
            "interviewer",
            before,
            interview_id=key,
            person_id=chance.choice(people),
            part="peer",
            position=0,
        )
        held = end < self.now and not off
        items = self.checklist(key, before, done=held)
        # Of the last days a few reviews are still to be written.
        if not held or (self.now - end < timedelta(days=3) and chance.random() < 0.5):
            return ""
        self.review(key, items, end)
        return key

    def checklist(self, interview: str, at: datetime, *, done: bool) -> list[tuple[str, str, str]]:
        chance, wording = self.chance, self.wording
        items = []
        for place in range(self.size.prep):
            section = SECTIONS[place * len(SECTIONS) // self.size.prep]
            text = wording.item(section)
            about = ("them", "me")[place % 2] if section == "talking_point" else None
            key = self.add(
                "prep_item",
                at,
                interview_id=interview,
                section=section,
                about=about,
                text=text,
                details=wording.note() if chance.random() < 0.3 else "",
                source="",
                done=int(done or chance.random() < 0.4),
                position=place,
                minutes=3,
                weight=chance.randint(1, 3),
                rehearsals=chance.randint(0, 2),
                template_key="",
            )
            items.append((key, section, text))
        return items

    def review(self, interview: str, items: list[tuple[str, str, str]], end: datetime) -> None:
        chance, wording, size = self.chance, self.wording, self.size
        at = end + timedelta(minutes=chance.randint(5, 300))
        sealed = min(at + timedelta(minutes=20), self.now)
        key = self.add(
            "review",
            at,
            interview_id=interview,
            felt=chance.randint(1, 5),
            recall_done_at=utc_text(at),
            minutes_after=chance.randint(5, 300),
            my_answers=chance.randint(1, 5),
            connection=chance.randint(1, 5),
            learned=chance.randint(1, 5),
            energy=chance.randint(1, 5),
            went_well=wording.note(),
            would_change=wording.note(),
            surprises=wording.note() if chance.random() < 0.5 else "",
            next_step=wording.note() if chance.random() < 0.3 else "",
            promised_on=(end + timedelta(days=7)).date().isoformat(),
            forecast=chance.randint(1, 19) * 5,
            sealed_at=utc_text(sealed),
        )
        for place in range(size.asked):
            self.add(
                "asked",
                at,
                review_id=key,
                text=wording.question(),
                rating=chance.randint(1, 5),
                next_time=wording.note() if chance.random() < 0.3 else "",
                position=place,
            )
        self.add("signal", at, review_id=key, text=wording.note(), position=0, confidence="unsure")
        spoken = [item for item in items if item[1] in {"talking_point", "story", "question"}]
        for place, (item, section, text) in enumerate(spoken[:4]):
            self.add(
                "covered",
                sealed,
                review_id=key,
                prep_item_id=item,
                section=section,
                text=text,
                coverage=chance.choice(("not_said", "said", "landed")),
                position=place,
            )
        for place in range(size.remarks):
            later = sealed + timedelta(days=1 + place)
            if later < self.now:
                self.add("remark", later, review_id=key, text=wording.note())
        for place in range(size.lessons):
            self.lesson(interview, sealed, place)

    def lesson(self, interview: str, at: datetime, place: int) -> None:
        chance, wording = self.chance, self.wording
        recent = self.now - at < timedelta(days=60)
        self.add(
            "lesson",
            at,
            interview_id=interview,
            source="would_change",
            family=("change", "strength")[place % 2],
            text=wording.lesson(),
            if_text=f"they ask about {wording.topic()}",
            then_text=wording.lesson(),
            state="open" if recent else chance.choice(("open", "done", "let_go")),
            position=place,
        )

    def outcome(self, opportunity: str, interview: str, at: datetime, *, last: bool) -> None:
        chance, wording = self.chance, self.wording
        decision = "advanced"
        if last:
            decision = chance.choice(("rejected", "rejected", "rejected", "offer", "withdrew"))
        key = self.add(
            "outcome",
            at,
            opportunity_id=opportunity,
            interview_id=interview,
            decision=decision,
            answer="declined" if decision == "offer" else None,
            decided_on=at.date().isoformat(),
            words=wording.note() if chance.random() < 0.7 else "",
        )
        if decision == "rejected":
            self.add(
                "reason",
                at,
                outcome_id=key,
                family="not_mine",
                what=chance.choice(("job_changed", "budget", "level")),
                ref="",
                text="",
                sign="some",
                certainty="told",
                evidence=wording.note(),
                position=0,
            )


def today() -> datetime:
    """The present instant, without the part of it that no store keeps."""
    return datetime.now(UTC).replace(microsecond=0)
