"""The sample data: one fictional search, told relative to today, so that every page has something."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from interview_coach.domain.calendar import Invitation
from interview_coach.domain.interview import InterviewDraft, Interviewer, OpportunityDraft
from interview_coach.domain.kinds import (
    About,
    Answer,
    Cancelled,
    Certainty,
    Confidence,
    Coverage,
    Decision,
    Family,
    Felt,
    InterviewKind,
    LessonFamily,
    LessonState,
    Mode,
    Part,
    Rating,
    ReasonKind,
    ReviewText,
    Section,
    Sign,
    Strength,
)
from interview_coach.domain.outcome import OutcomeDraft, ReasonDraft
from interview_coach.domain.prep import PrepDraft
from interview_coach.shipped import folder
from interview_coach.store import interview as interviews
from interview_coach.store import (
    invitation,
    keeping,
    lessons,
    opportunity,
    outcome,
    prep,
    quick,
    review,
    thanks,
)
from interview_coach.store.deeds import Writer, deed
from interview_coach.store.sample_learning import fill_learning
from interview_coach.store.sample_library import fill_library
from interview_coach.store.tables import (
    Asked,
    Company,
    Imported,
    Interview,
    Lesson,
    Person,
    PrepItem,
    Review,
)

Data = dict[str, Any]
_USUAL = {"research": 6, "talking_point": 3, "story": 4, "question": 2, "logistics": 2}


@deed("load_sample", final=True)
def load_sample(w: Writer, today: date) -> int:
    """Fill an empty store with the sample's opportunities, dated from `today`; gives how many."""
    text = (folder("sample") / "sample.json").read_text(encoding="utf-8")
    data: Data = json.loads(text)
    sample = _Sample(w, today, data)
    now = w.now
    for one in data["opportunities"]:
        sample.opportunity(one)
    w.now = now
    fill_library(w)
    fill_learning(w, today, {c["key"]: c["name"] for c in data["companies"]})
    return len(data["opportunities"])


class _Sample:
    """Plays the sample through the deeds, each at the moment it would have been done."""

    def __init__(self, w: Writer, today: date, data: Data) -> None:
        self.w = w
        self.today = today
        self.now = w.now
        self.companies = {c["key"]: c for c in data["companies"]}
        self.people = {p["key"]: p for p in data["people"]}

    def day(self, days: int) -> date:
        return self.today + timedelta(days=days)

    def moment(self, days: int, hour: int = 18) -> datetime:
        return min(datetime.combine(self.day(days), time(hour), UTC), self.now)

    def opportunity(self, one: Data) -> None:
        company = self.companies[one["company"]]
        self.w.now = self.moment(one["sent_days"] if one.get("sent_days") is not None else -70)
        key = opportunity.add_opportunity(
            self.w,
            OpportunityDraft(
                company=company["name"],
                title=one["title"],
                posting_text=one["posting_text"],
                posting_url=one["posting_url"],
                found_at=one["found_at"],
                place=one.get("place", ""),
                posted_on=self.day(one["posted_days"]) if "posted_days" in one else None,
                closes_on=self.day(one["closes_days"]) if "closes_days" in one else None,
                pay=one["pay"],
                sent=one["sent"],
                sent_on=self.day(one["sent_days"]) if one.get("sent_days") is not None else None,
                notes=one["notes"],
            ),
        )
        if "imported" in one:
            self.w.add(Imported, opportunity_id=key, row_key=one["imported"])
        for row in self.w.all(Company):
            if row.name == company["name"]:
                self.w.change(row, website=company["website"], notes=company["notes"])
        for need in one["requirements"]:
            opportunity.add_requirement(
                self.w, key, need["text"], need["evidence"], Strength(need["strength"])
            )
        rounds = [self.interview(key, one, held) for held in one["interviews"]]
        for said in one["outcomes"]:
            self.outcome(key, rounds, said)
        if one["archived"]:
            opportunity.archive_opportunity(self.w, key)

    def interview(self, key: str, one: Data, held: Data) -> str:
        days = held["days"]
        self.w.now = self.moment(min(days - 7, 0), 9)
        people = [self.people[p["person"]] for p in held["interviewers"]]
        made = interviews.add_interview(
            self.w,
            InterviewDraft(
                company=self.companies[one["company"]]["name"],
                title=one["title"],
                start=datetime.combine(self.day(days), time.fromisoformat(held["time"])),
                zone=held["zone"],
                kind=InterviewKind(held["kind"]),
                minutes=held["minutes"],
                fold=0,
                mode=Mode(held["mode"]),
                place=held["place"],
                link=held["link"],
                notes=held["notes"],
                interviewers=tuple(
                    Interviewer(p["name"], Part(i["part"]) if i["part"] else None, p["title"])
                    for p, i in zip(people, held["interviewers"], strict=True)
                ),
                opportunity_id=key,
            ),
            checklist=False,
        )
        if held.get("invitation"):
            invitation.note(self.w, made, Invitation(**held["invitation"]))
        for person in people:
            for row in self.w.all(Person):
                if row.name == person["name"] and person["notes"]:
                    self.w.change(row, notes=person["notes"])
        covered = self.prep(made, held["prep"])
        if held["cancelled_by"]:
            self.w.now = self.moment(min(days - 1, 0), 12)
            interviews.call_off_interview(self.w, made, Cancelled(held["cancelled_by"]))
        if held["review"]:
            self.review(made, held["review"], covered)
        if held.get("thanks"):
            text, after = held["thanks"]
            self.w.now = self.moment(days + after, 9)
            thanks.write_thanks(self.w, made, text)
            thanks.tick_thanks(self.w, made, sent=True)
        return made

    def prep(self, key: str, items: list[Data]) -> list[tuple[str, Coverage]]:
        covered = []
        for item in items:
            section = Section(item["section"])
            made = prep.add_item(
                self.w,
                key,
                PrepDraft(
                    section=section,
                    text=item["text"],
                    details=item["details"],
                    source=item["source"],
                    about=About(item["about"]) if item["about"] else None,
                    minutes=_USUAL[section.value],
                    weight=2,
                ),
            )
            row = self.w.get(PrepItem, made)
            self.w.change(row, done=item["done"], rehearsals=item["rehearsals"])
            if item["coverage"]:
                covered.append((made, Coverage(item["coverage"])))
        return covered

    def review(self, key: str, told: Data, covered: list[tuple[str, Coverage]]) -> None:
        w = self.w
        end = w.get(Interview, key).end_at
        if told.get("captured_after"):
            w.now = end + timedelta(minutes=told["captured_after"])
            quick.capture_text(w, key, ReviewText.QUICK_NOTE, told["quick_note"])
        w.now = end + timedelta(minutes=told["minutes_after"])
        review.set_felt(w, key, Felt(told["felt"]) if told["felt"] else None)
        for question in told["asked"]:
            asked = review.add_asked(w, key, question["text"])
            review.rate_asked(w, asked, question["rating"])
            review.set_next_time(w, asked, question["next_time"])
        review.finish_recall(w, key)
        for rating in Rating:
            review.rate_review(w, key, rating, told[rating.value])
        for field in ReviewText:
            review.write_review(w, key, field, told.get(field.value, ""))
        self.earlier(key, told)
        for signal in told["signals"]:
            text, meaning, confidence = signal if isinstance(signal, list) else (signal, "", "")
            made = review.add_signal(w, key, text)
            review.set_meaning(w, made, meaning)
            review.set_confidence(w, made, Confidence(confidence or Confidence.UNSURE))
        for item, coverage in covered:
            review.cover_item(w, key, item, coverage)
        review.set_forecast(w, key, told["forecast"])
        if told["promised_days"] is not None:
            review.set_promised(w, key, self.day(told["promised_days"]))
        if not told["sealed"]:
            return
        w.now += timedelta(minutes=12)
        review.seal_review(w, key)
        self.lessons(key, told["lessons"])
        for remark in told["remarks"]:
            w.now = self.moment(remark["days"])
            review.add_remark(w, key, remark["text"])

    def earlier(self, key: str, told: Data) -> None:
        """What the review's texts said before: the deeds here are one, which would keep none of it."""
        (row,) = self.w.all(Review, interview_id=key)
        for field, texts in told.get("earlier", {}).items():
            for place, text in enumerate(texts):
                until = self.w.now - timedelta(minutes=9 * (len(texts) - place))
                keeping.note(self.w.raw, row.id, f"review.{field}", text, until)

    def lessons(self, key: str, told: list[Data]) -> None:
        """Word the lessons that sealing made as the sample words them."""
        w = self.w
        made = {x.text.casefold(): x for x in w.all(Lesson, Lesson.interview_id == key)}
        loose = [x for x in made.values() if x.source == "would_change"]
        for lesson in told:
            row = made.get(lesson["text"].casefold())
            if row is None and loose:
                row = loose.pop(0)
            elif row in loose:
                loose.remove(row)
            if row is None:
                continue
            lessons.phrase_lesson(w, row.id, lesson["text"], lesson["if"], lesson["then"])
            state = LessonState(lesson["state"])
            if state is not LessonState.OPEN:
                lessons.close_lesson(w, row.id, state)

    def outcome(self, key: str, rounds: list[str], said: Data) -> None:
        w = self.w
        w.now = self.moment(said["days"], 16)
        held = rounds[said["round"]] if said["round"] is not None else None
        made = outcome.record_outcome(
            w,
            key,
            OutcomeDraft(
                decision=Decision(said["decision"]),
                decided_on=self.day(said["days"]),
                answer=Answer(said["answer"]) if said["answer"] else None,
                words=said["words"],
                interview_id=held,
            ),
        )
        asked = {a.text: a.id for a in w.all(Asked)}
        for reason in said["reasons"]:
            what = ReasonKind(reason["what"])
            items = {i.text: i.id for i in w.all(PrepItem, PrepItem.interview_id == held)}
            ref = {ReasonKind.ANSWER: asked, ReasonKind.UNSAID: items}.get(what, {})
            outcome.weigh_reason(
                w,
                made,
                ReasonDraft(
                    family=Family(reason["family"]),
                    what=what,
                    ref=ref.get(reason["text"], ""),
                    text=reason["text"],
                    sign=Sign(reason["sign"]),
                    certainty=Certainty(reason["certainty"]),
                    evidence=reason["evidence"],
                ),
            )
        if held and said["carried"]:
            choices = [(c["text"], LessonFamily(c["family"]), "debrief") for c in said["carried"]]
            outcome.carry_on(w, made, held, choices)
