"""The history: steps of this session, and typing that no deed has taken over yet."""

from __future__ import annotations

import threading
from functools import partial
from pathlib import Path

import pytest

from interview_coach.domain.changes import Changes, HistoryState, Way
from interview_coach.domain.kinds import Section, Topic
from interview_coach.domain.prep import PrepDraft
from interview_coach.domain.trouble import Invalid, Trouble
from interview_coach.store import interview, interviews, prep
from interview_coach.store.deeds import Reader
from interview_coach.store.opening import open_store
from interview_coach.store.store import Store
from interview_coach.store.undo import LIMIT
from tests.store.drafts import a_round
from tests.store.dumps import check_derived, dump
from tests.stores import Clock, new_store


@pytest.fixture
def held(store: Store) -> str:
    key = store.do(interview.add_interview, a_round(), checklist=False)
    store.do(prep.add_item, key, PrepDraft(Section.STORY, "The migration"))
    store.history.forget()
    return key


def jot(store: Store, key: str, count: int) -> None:
    for number in range(count):
        store.do(interview.jot, key, f"line {number}")


def notes(store: Store, key: str) -> list[str]:
    return store.ask(interviews.interview_head, key).notes.split("\n")


def test_the_last_hundred_deeds_can_be_undone(store: Store, held: str) -> None:
    jot(store, held, LIMIT + 20)
    for _ in range(LIMIT):
        store.undo()
    assert store.can().undo is None
    assert notes(store, held)[-1] == "line 19"
    with pytest.raises(Trouble) as trouble:
        store.undo()
    assert trouble.value.code == "nothing_to_undo"
    for _ in range(LIMIT):
        store.redo()
    assert store.can().redo is None
    assert notes(store, held)[-1] == f"line {LIMIT + 19}"


def test_after_a_new_deed_nothing_can_be_redone(store: Store, held: str) -> None:
    jot(store, held, 3)
    store.undo()
    store.undo()
    assert store.can().redo is not None
    jot(store, held, 1)
    assert store.can().redo is None
    assert notes(store, held) == ["line 0", "line 0"]


def test_a_deed_that_changes_nothing_is_no_step_and_says_nothing(store: Store, held: str) -> None:
    item = store.ask(prep.checklist, held).items[0].id
    told: list[Changes] = []
    store.heard = told.append
    store.do(prep.tick_item, item, done=False)
    assert told == []
    assert store.can() == HistoryState(None, None)


def test_a_refused_deed_is_no_step(store: Store, held: str) -> None:
    jot(store, held, 1)
    could = store.can()
    with pytest.raises(Invalid):
        store.do(interview.jot, held, " ")
    with pytest.raises(Trouble):
        store.do(interview.jot, "nobody", "x")
    assert store.can() == could


def test_it_is_said_what_changed_where_and_which_way(store: Store, held: str) -> None:
    told: list[Changes] = []
    store.heard = told.append
    item = store.ask(prep.checklist, held).items[0].id
    store.do(prep.delete_item, item)
    store.undo()
    store.redo()
    assert [c.way for c in told] == [Way.DONE, Way.UNDONE, Way.REDONE]
    assert {c.topics for c in told} == {frozenset({Topic.PREP})}
    assert {c.label.code for c in told} == {"delete_prep_item"}
    place = told[0].place
    assert place is not None
    assert (place.kind, place.id, place.step) == ("interview", held, "prepare")


def test_undo_writes_a_fresh_change_time(store: Store, held: str, clock: Clock) -> None:
    def changed() -> str:
        row = store._raw_reader.execute("SELECT changed_at FROM interview").fetchone()
        return str(row[0])

    jot(store, held, 1)
    first = changed()
    clock.forward(hours=1)
    store.undo()
    assert changed() > first


def test_several_deeds_are_one_step(store: Store, held: str) -> None:
    before = dump(store)
    told: list[Changes] = []
    store.heard = told.append
    story = PrepDraft(Section.STORY, "Another")
    adds = partial(prep.add_item, interview=held, draft=story)
    store.together(adds, partial(interview.jot, key=held, line="at once"))
    assert [c.topics for c in told] == [{Topic.PREP, Topic.INTERVIEW}]
    assert told[0].label.code == "add_prep_item"
    store.undo()
    assert dump(store) == before
    with pytest.raises(Invalid):
        store.together(adds, partial(interview.jot, key=held, line=" "))
    assert dump(store) == before


def test_history_is_of_this_session(tmp_path: Path) -> None:
    store = new_store(tmp_path / "data", sample=True)
    held = store.ask(interviews.interview_list).closed[0].id
    jot(store, held, 1)
    store.close()
    store = Store(open_store(tmp_path / "data"), Clock())
    assert store.can() == HistoryState(None, None)
    store.close()


def test_typing_is_kept_until_its_deed(store: Store, held: str) -> None:
    store.scribble("notes:a", "half a thou")
    store.scribble("notes:a", "half a thought")
    store.scribble("other", "x")
    assert store.scribbled("notes:") == {"notes:a": "half a thought"}
    assert store.can().undo is None, "scratch is no step"
    store.settle("notes:a", interview.set_interview_notes, held, "half a thought")
    assert store.scribbled() == {"other": "x"}
    store.undo()
    assert store.scribbled() == {"other": "x"}
    store.wipe("other")
    assert store.scribbled() == {}


def test_typing_stays_when_its_deed_is_refused(store: Store, held: str) -> None:
    store.scribble("jot", " ")
    with pytest.raises(Invalid):
        store.settle("jot", interview.jot, held, " ")
    assert store.scribbled() == {"jot": " "}


def test_typing_outlives_closing(tmp_path: Path) -> None:
    store = new_store(tmp_path / "data")
    store.scribble("a_b", "kept")
    store.scribble("axb", "as well")
    store.close()
    store = Store(open_store(tmp_path / "data"), Clock())
    assert store.scribbled("a_") == {"a_b": "kept"}
    store.close()


def test_any_typed_character_is_kept(store: Store) -> None:
    store.scribble("field", "nul \x00, half \ud83d, whole 🧭")
    assert store.scribbled()["field"].startswith("nul \x00, half ")
    assert store.scribbled()["field"].endswith("whole 🧭")


def test_deeds_of_two_threads_are_done_one_after_the_other(store: Store, held: str) -> None:
    failed: list[BaseException] = []

    def works() -> None:
        try:
            jot(store, held, 25)
            store.ask(interviews.interview_head, held)
        except BaseException as error:  # noqa: BLE001  it is raised again below
            failed.append(error)

    threads = [threading.Thread(target=works) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert len(notes(store, held)) == 100
    check_derived(store)


def test_a_long_reading_sees_one_view(store: Store, held: str) -> None:
    def count(r: Reader) -> int:
        return int(r.raw.execute("SELECT count(*) FROM prep_item").fetchone()[0])

    with store.aside() as reader:
        before = count(reader)
        store.do(prep.add_item, held, PrepDraft(Section.STORY, "Meanwhile"))
        assert count(reader) == before
    assert store.ask(count) == before + 1


def test_resting_folds_the_log_into_the_file(store: Store, held: str) -> None:
    jot(store, held, 30)
    wal = store.path.with_name(store.path.name + "-wal")
    store.rest()
    size = wal.stat().st_size
    jot(store, held, 5)
    # The log is begun anew instead of growing on.
    assert wal.stat().st_size == size
    assert store.path.stat().st_size > 0
