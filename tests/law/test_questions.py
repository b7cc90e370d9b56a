"""What holds for every question: it leaves the trash out, and it cannot write."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import UTC, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from interview_coach.domain.document import Document
from interview_coach.domain.kinds import InterviewKind, LessonState, LibraryKind
from interview_coach.domain.ledger import LedgerFilters, Side
from interview_coach.domain.library import LibraryFilters
from interview_coach.domain.timeline import Filters, Show
from interview_coach.domain.trouble import Trouble
from interview_coach.store import prep
from interview_coach.store.deeds import QUESTIONS, Reader, Writer
from interview_coach.store.document import everything
from interview_coach.store.long_texts import LONG_TEXTS
from interview_coach.store.preparing import Prepared, prepared
from interview_coach.store.store import Store
from interview_coach.store.tables import KEPT
from tests.store.dumps import learn_all
from tests.stores import NOW, new_store

learn_all()
MARK = "zzmarker"
MAY_SHOW_TRASH = {"trash.trash_batches", "trash.trash_contents", "trash.anything_expired"}
EVERYTHING = Filters(show=Show.EVERYTHING)


@pytest.fixture
def marked(tmp_path: Path) -> Iterator[Store]:
    """The sample, each of its texts marked; half of the rows of every table are in the trash."""
    store = new_store(tmp_path / "marked", sample=True)
    raw = store._writer
    raw.execute("PRAGMA foreign_keys=OFF")
    raw.execute("BEGIN IMMEDIATE")
    for table in KEPT:
        rows = raw.execute(f"SELECT id FROM {table.name} ORDER BY id").fetchall()
        _mark(raw, table.name, [key for (key,) in rows[::2]])
    raw.execute("COMMIT")
    raw.execute("PRAGMA foreign_keys=ON")
    store.rebuild_entries()
    yield store
    store.close()


def _mark(raw: dbapi2.Connection, table: str, keys: list[str]) -> None:
    """Put a copy of each row in the trash, beside it, with the mark in every text."""
    columns = [(row[1], row[2]) for row in raw.execute(f"PRAGMA table_info({table})")]
    fixed = {"id", "created_at", "changed_at", "trashed_at", "trash_batch"}
    bound = re.compile(
        r"_id$|_at$|^(kind|mode|zone|start|section|about|coverage|family|what|sign)$"
    )
    worded = {
        "certainty",
        "confidence",
        "decision",
        "answer",
        "strength",
        "state",
        "part",
        "called_off_by",
    }
    values = []
    for name, kind in columns:
        if name == "id":
            values.append("'zz-' || id")
        elif name in {"trashed_at", "trash_batch"}:
            values.append("'2026-01-01T00:00:00.000Z'")
        elif name in fixed or name in worded or bound.search(name) or kind != "TEXT":
            values.append(name)
        else:
            values.append(f"'{MARK}'")
    names = ", ".join(name for name, _ in columns)
    for key in keys:
        raw.execute(
            f"INSERT INTO {table}({names}) SELECT {', '.join(values)} FROM {table} WHERE id = ?",
            (key,),
        )


def own_document(store: Store) -> Prepared:
    """What the store itself would export."""
    schema, tables = store.ask(everything)
    return prepared(Document(1, schema, NOW, "0.1.0", tables))


def _answers(store: Store) -> dict[str, list[Any]]:
    """Every question asked about everything in the store, in the trash or not."""
    raw = store._raw_reader
    rounds = [key for (key,) in raw.execute("SELECT id FROM interview").fetchall()]
    opportunities = [key for (key,) in raw.execute("SELECT id FROM opportunity").fetchall()]
    reasons = [key for (key,) in raw.execute("SELECT id FROM reason").fetchall()]
    answered = [key for (key,) in raw.execute("SELECT id FROM outcome").fetchall()]
    keys = [key for (key,) in raw.execute("SELECT key FROM entry WHERE key >= 0").fetchall()]
    people = [(key,) for (key,) in raw.execute("SELECT id FROM person").fetchall()]
    companies = [(key,) for (key,) in raw.execute("SELECT id FROM company").fetchall()]
    by_round: list[tuple[Any, ...]] = [(key,) for key in rounds]
    asked: dict[str, list[tuple[Any, ...]]] = {
        "afterwards.afterwards": [(key,) for key in answered],
        "afterwards.setbacks_before": by_round,
        "afterwards.writings": [(answered,)],
        "document.everything": [()],
        "document.row_counts": [()],
        "fitting.joined": [("Northwind Robotics", "Senior Data Engineer"), (MARK, MARK)],
        "fitting.meanwhile": [(NOW - timedelta(days=30), NOW + timedelta(days=30))],
        "insights.behind": [(rounds,)],
        "insights.insights": [()],
        "interviews.interview_list": [(), ("pipeline",), (MARK,)],
        "interviews.interview_head": by_round,
        "interviews.interview_draft": by_round,
        "interviews.next_round_draft": [(key,) for key in opportunities],
        "interviews.known_names": [()],
        "interviews.stage": [(key,) for key in opportunities],
        "invitation.invited": [
            (uid,) for (uid,) in raw.execute("SELECT uid FROM invitation").fetchall()
        ],
        "invitation.scheduled": [(), *by_round],
        "libraries.alike": [()],
        "libraries.found": [("migration", 20), (MARK, 20)],
        "libraries.library": [
            (LibraryFilters(),),
            (LibraryFilters(query="migration"),),
            (LibraryFilters(query=MARK),),
            (LibraryFilters(kinds=(LibraryKind.QUESTION,), tag="people"),),
        ],
        "libraries.library_item": [
            (key,) for (key,) in raw.execute("SELECT id FROM library_item").fetchall()
        ],
        "libraries.origins": [()],
        "libraries.tags": [()],
        "libraries.what_is": people,
        "companies.companies": [(), ("bank",), (MARK,)],
        "companies.companies_twice": [()],
        "companies.company": companies,
        "people.opposite": by_round,
        "people.people": [(), ("data",), (MARK,)],
        "people.people_twice": [()],
        "people.person": people,
        "libraries.takeable": by_round,
        "ledger.ledger_keys": [(LedgerFilters(side),) for side in Side],
        "ledger.ledger_rows": [(reasons,)],
        "expecting.expected_questions": by_round,
        "expecting.matching": by_round,
        "expecting.offers": by_round,
        "lessons.carried": [(key, 50) for key in rounds],
        "lessons.to_check": by_round,
        "lesson_list.all_lessons": [(), ("testing",), (MARK,), ("", (LessonState.OPEN,))],
        "lesson_list.lesson_sheet": [
            (key,) for (key,) in raw.execute("SELECT id FROM lesson").fetchall()
        ],
        "lesson_list.topics": [()],
        "merging.plan_import": [(own_document(store),)],
        "opportunity.opportunity_head": [(key,) for key in opportunities],
        "opportunities.opportunity_told": [(key,) for key in opportunities],
        "outcomes.debrief": by_round,
        "outcomes.debrief_without_round": [(key,) for key in opportunities],
        "outcomes.own_wordings": [()],
        "pay.pay": [(key,) for key in opportunities],
        "posting.alike": [
            ("https://northwind.example.com/jobs/senior-data-engineer", "", ""),
            ("", "Northwind Robotics", "Senior Data Engineer"),
            (MARK, MARK, MARK),
        ],
        "prep.checklist": by_round,
        "prep.earlier_points": by_round,
        "prep.missing_from_template": [(key, InterviewKind.TECHNICAL) for key in rounds],
        "reminding.subjects": [()],
        "research.research": [(key,) for key in opportunities],
        "bank.to_compare": by_round,
        "reviews.review_form": by_round,
        "reviews.review_to_capture": [()],
        "reviews.stories_to_tell": by_round,
        "settings.setting": [("theme",)],
        "templates.own_templates": [()],
        "templates.template": [
            (key,) for (key,) in raw.execute("SELECT id FROM template").fetchall()
        ],
        "templates.usual": [(kind,) for kind in InterviewKind],
        "table.imported_keys": [()],
        "thanks.interview_to_thank": [()],
        "thanks.thank_you": by_round,
        "timeline.cards": [(keys,), (keys, "the")],
        "timeline.companies": [()],
        "timeline.count": [(EVERYTHING,), (Filters(query=MARK),)],
        "timeline.keys": [(EVERYTHING,), (Filters(query=MARK),)],
        "timeline.preview": [(key, query) for key in keys for query in ("", "the")],
        "silence.quiet_after": [()],
        "silence.silent": [(NOW.date() + timedelta(days=90), UTC)],
        "today.today": [(UTC,)],
        "trash.trash_batches": [()],
        "trash.trash_contents": [("2026-01-01T00:00:00.000Z",)],
        "trash.anything_expired": [()],
        "versions.versions": [
            (f"{table}.{column}", key)
            for table, columns in LONG_TEXTS.items()
            for column in columns
            for (key,) in raw.execute(f"SELECT id FROM {table}").fetchall()
        ],
    }
    assert set(asked) == set(QUESTIONS), "a question that this law does not ask"
    return {
        name: [_answer(store, QUESTIONS[name], args) for args in many]
        for name, many in asked.items()
    }


def _answer(store: Store, question: Callable[..., Any], args: tuple[Any, ...]) -> Any:
    try:
        return store.ask(question, *args)
    except Trouble as trouble:
        if trouble.code != "missing":
            raise
        return None


def test_no_question_shows_what_is_in_the_trash(marked: Store) -> None:
    answers = _answers(marked)
    for name, found in answers.items():
        if name not in MAY_SHOW_TRASH:
            assert MARK not in repr(found), f"{name} shows what is in the trash"
    assert MARK in repr(answers["trash.trash_batches"])
    assert MARK in repr(answers["trash.trash_contents"])


def test_the_trash_changes_no_answer(tmp_path: Path, marked: Store) -> None:
    # Neither a text nor a count: the same questions give the same answers without the trash.
    clean = new_store(tmp_path / "clean", sample=True)
    try:
        before, after = _answers(clean), _answers(marked)
    finally:
        clean.close()
    for name in set(before) - MAY_SHOW_TRASH:
        # What was asked about a row in the trash comes after what was asked about the others.
        found = [a for a in after[name] if a is not None or name == "timeline.preview"]
        assert [a for a in before[name] if a is not None] == found[: len(before[name])], name


def test_a_question_cannot_write(marked: Store) -> None:
    def writes(r: Reader) -> None:
        r.raw.execute("DELETE FROM prep_item")

    with pytest.raises(Trouble) as trouble:
        marked.ask(writes)
    assert trouble.value.code == "read_only"


def test_a_deed_cannot_be_done_by_a_question(marked: Store) -> None:
    with pytest.raises(AttributeError):
        marked.ask(prep.note_rehearsal, "key")  # type: ignore[arg-type]


def test_a_write_outside_its_transaction_raises(marked: Store) -> None:
    kept: list[Writer] = []
    marked.do(prep.tick_item, _some_item(marked), done=True)

    def keeps(w: Writer) -> None:
        kept.append(w)

    keeps.deed = prep.tick_item.deed  # type: ignore[attr-defined]
    marked.do(keeps)
    item = _some_item(marked)
    for write in (
        lambda: prep.note_rehearsal(kept[0], item),
        lambda: prep.delete_item(kept[0], item),
        lambda: kept[0].raw.execute("DELETE FROM prep_item"),
    ):
        with pytest.raises(RuntimeError, match="outside a transaction"):
            write()


def _some_item(store: Store) -> str:
    row = store._raw_reader.execute(
        "SELECT id FROM prep_item WHERE trashed_at IS NULL LIMIT 1"
    ).fetchone()
    return str(row[0])


def test_a_deed_within_a_deed_is_refused(marked: Store) -> None:
    item = _some_item(marked)

    def nests(_w: Writer) -> None:
        marked.do(prep.note_rehearsal, item)

    nests.deed = prep.tick_item.deed  # type: ignore[attr-defined]
    before = marked.can()
    with pytest.raises(dbapi2.OperationalError, match="within a transaction"):
        marked.do(nests)
    assert marked.can() == before
    marked.do(prep.note_rehearsal, item)


def test_what_hears_of_a_deed_may_ask_and_do_at_once(marked: Store) -> None:
    item = _some_item(marked)
    heard: list[str] = []

    def hears(changes: object) -> None:
        heard.append(repr(changes))
        if len(heard) == 1:
            marked.do(prep.note_rehearsal, item)

    marked.heard = hears
    marked.do(prep.tick_item, item, done=True)
    assert len(heard) == 2
