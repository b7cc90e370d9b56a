"""A look inside a backup: what is in it, and what a restore would do, without touching either."""

from __future__ import annotations

from pathlib import Path

import pytest

from interview_coach.domain.inside import Fate, fate
from interview_coach.domain.interview import OpportunityDraft
from interview_coach.domain.kinds import EntryKind
from interview_coach.domain.trouble import Trouble
from interview_coach.store import backup, interview, interviews, opportunity, prep
from interview_coach.store.document import row_counts
from interview_coach.store.inside import SHOWN, look_inside
from interview_coach.store.opening import SCHEMA, connect
from interview_coach.store.restoring import restore
from interview_coach.store.store import Store
from tests.stores import NOW, Clock, new_store


def last(store: Store) -> backup.Backup:
    return backup.found(store.folder)[0]


def test_the_table_of_fates() -> None:
    assert fate("a", None) is Fate.BACK
    assert fate(None, "a") is Fate.GONE
    assert fate("a", "a") is Fate.SAME
    assert fate("a", "b") is fate("b", "a") is Fate.EARLIER


def test_just_after_the_backup_nothing_would_change(full_store: Store) -> None:
    full_store.back_up()
    inside = look_inside(last(full_store), full_store.path)
    assert inside.compared
    assert not any(inside.fates.values())
    assert inside.events[Fate.SAME]
    assert not any(inside.events[f] for f in Fate if f is not Fate.SAME)
    with full_store.aside() as reader:
        assert inside.counts == row_counts(reader)


def test_it_says_what_would_come_back_and_what_would_go(full_store: Store, clock: Clock) -> None:
    full_store.back_up()
    clock.forward(hours=1)
    listed = full_store.ask(interviews.interview_list)
    held, planned = listed.closed[0], listed.upcoming[0]
    full_store.do(interview.delete_interview, held.id)
    full_store.do(opportunity.add_opportunity, OpportunityDraft("Later", "Tester"))
    full_store.do(prep.note_rehearsal, full_store.ask(prep.checklist, planned.id).items[0].id)
    inside = look_inside(last(full_store), full_store.path)
    back = inside.events[Fate.BACK]
    assert {(e.company, e.kind) for e in back} >= {(held.company, EntryKind.INTERVIEW)}
    assert [(e.company, e.title) for e in inside.events[Fate.GONE]] == [("Later", "Tester")]
    assert inside.fates[Fate.BACK]["interview"] == 1
    assert inside.fates[Fate.BACK]["prep_item"] > 0
    assert inside.fates[Fate.GONE] == {"company": 1, "opportunity": 1}
    assert inside.fates[Fate.EARLIER]["prep_item"] == 1


def test_what_it_says_is_what_a_restore_does(full_store: Store, clock: Clock) -> None:
    full_store.back_up()
    source = last(full_store)
    clock.forward(hours=1)
    for row in full_store.ask(interviews.interview_list).closed[:2]:
        full_store.do(interview.delete_interview, row.id)
    full_store.do(opportunity.add_opportunity, OpportunityDraft("Later", "Tester"))
    inside = look_inside(source, full_store.path)
    with full_store.aside() as reader:
        before = row_counts(reader)
    folder = full_store.folder
    full_store.close()
    restore(folder, source.path, NOW)
    store = new_store(folder, clock)
    with store.aside() as reader:
        after = row_counts(reader)
    store.close()
    assert after == inside.counts
    back, gone = inside.fates[Fate.BACK], inside.fates[Fate.GONE]
    assert {t: n - before[t] for t, n in after.items() if n != before[t]} == {
        t: back.get(t, 0) - gone.get(t, 0) for t in {*back, *gone} if back.get(t) != gone.get(t)
    }
    new_store(full_store.folder, clock)  # for the fixture to close


def test_many_events_are_counted(full_store: Store, clock: Clock) -> None:
    full_store.back_up()
    clock.forward(hours=1)
    for number in range(SHOWN + 3):
        full_store.do(opportunity.add_opportunity, OpportunityDraft("Later", f"No {number}"))
    inside = look_inside(last(full_store), full_store.path)
    assert len(inside.events[Fate.GONE]) == SHOWN
    assert inside.more[Fate.GONE] == 3


def test_without_a_store_to_compare_with_it_shows_what_is_in_it(
    full_store: Store, tmp_path: Path
) -> None:
    full_store.back_up()
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"not a database" * 1000)
    for live in (None, tmp_path / "none.db", broken):
        inside = look_inside(last(full_store), live)
        assert not inside.compared
        assert inside.counts["interview"] > 0
        assert inside.events[Fate.SAME]


def test_neither_file_is_touched(full_store: Store) -> None:
    full_store.back_up()
    place = full_store.folder / backup.FOLDER
    before = {p.name: (p.read_bytes(), p.stat().st_mtime_ns) for p in place.iterdir()}
    look_inside(last(full_store), full_store.path)
    assert {p.name: (p.read_bytes(), p.stat().st_mtime_ns) for p in place.iterdir()} == before


@pytest.mark.parametrize(
    ("change", "code"),
    [("gone", "backup_gone"), ("bit", "backup_damaged"), ("newer", "newer_backup"), ("letter", "not_a_backup")],
)  # fmt: skip
def test_what_cannot_be_restored_is_said_before_one_asks(
    full_store: Store, change: str, code: str
) -> None:
    path = full_store.back_up()
    if change == "gone":
        known = last(full_store)
        path.unlink()
    elif change == "bit":
        content = bytearray(path.read_bytes())
        content[-100] ^= 1
        path.write_bytes(content)
        known = last(full_store)
    else:
        path.with_suffix(backup.NOTE).unlink()
        if change == "letter":
            path.write_bytes(b"Dear Sir or Madam " * 300)
        else:
            raw = connect(path)
            raw.execute(f"PRAGMA user_version={SCHEMA + 1}")
            raw.close()
        known = last(full_store)
    with pytest.raises(Trouble) as trouble:
        look_inside(known, full_store.path)
    assert trouble.value.code == code


def test_a_backup_of_an_earlier_schema_can_be_looked_into(full_store: Store) -> None:
    old = full_store.folder / backup.FOLDER / "interview-coach-20260101T000000Z.db"
    old.parent.mkdir(exist_ok=True)
    raw = connect(old, "rwc")
    saved = Path(__file__).parents[1] / "upgrades" / "schema-0001.sql"
    raw.executescript(saved.read_text(encoding="utf-8"))
    raw.close()
    inside = look_inside(last(full_store), full_store.path)
    assert inside.compared
    assert inside.counts["interview"] > 0
    assert inside.events[Fate.BACK]
