"""The index may be behind with words, and no search may ever show it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from interview_coach.domain.kinds import Section
from interview_coach.domain.prep import PrepDraft
from interview_coach.domain.timeline import Filters, Show
from interview_coach.store import behind, contents, interview, prep, timeline
from interview_coach.store.opening import open_store
from interview_coach.store.store import Store
from tests.conftest import ROOT
from tests.store.drafts import a_round
from tests.store.dumps import check_derived
from tests.stores import Clock


def hits(store: Store, word: str) -> int:
    return len(store.ask(timeline.keys, Filters(query=word, show=Show.EVERYTHING)))


def edited(store: Store, text: str) -> str:
    """A store whose index is behind with this text; the interview's key."""
    key = store.do(interview.add_interview, a_round(), checklist=False)
    item = store.do(prep.add_item, key, PrepDraft(Section.STORY, "the first wording"))
    store.do(prep.edit_item, item, PrepDraft(Section.STORY, text))
    assert behind.interviews(store._raw_reader) == [key]
    return key


def test_a_search_finds_what_was_just_changed_and_not_what_stood_there(store: Store) -> None:
    edited(store, "pipeline")
    assert (hits(store, "pipeline"), hits(store, "wording")) == (1, 0)
    assert not behind.anything(store._raw_reader)
    store.undo()
    assert behind.anything(store._raw_reader)
    assert (hits(store, "pipeline"), hits(store, "wording")) == (0, 1)
    check_derived(store)


def test_it_catches_up_when_idle(store: Store) -> None:
    key = edited(store, "pipeline")
    store.do(interview.set_interview_notes, key, "lighthouse")
    store.rest()
    assert not behind.anything(store._raw_reader)
    assert hits(store, "lighthouse") == 1


def test_a_kill_leaves_the_marks_and_the_next_search_finds_it(store: Store, tmp_path: Path) -> None:
    edited(store, "pipeline")
    killed = tmp_path / "killed"
    shutil.copytree(store.folder, killed)
    again = Store(open_store(killed), Clock())
    assert behind.anything(again._raw_reader)
    assert hits(again, "pipeline") == 1
    again.close()


def test_closing_catches_up(store: Store) -> None:
    edited(store, "pipeline")
    store.close()
    again = Store(open_store(store.folder), Clock())
    assert not behind.anything(again._raw_reader)
    check_derived(again)
    again.close()


def test_catching_up_is_no_change_that_a_backup_is_due_for(store: Store) -> None:
    edited(store, "pipeline")
    before = contents.state(store._raw_reader)
    store.rest()
    assert contents.state(store._raw_reader) == before


def test_while_a_long_deed_is_under_way_a_search_does_not_wait(store: Store) -> None:
    from threading import Event, Thread

    edited(store, "pipeline")
    taken, done = Event(), Event()

    def long_deed() -> None:
        with store._lane:
            taken.set()
            done.wait(30)

    other = Thread(target=long_deed)
    other.start()
    taken.wait(30)
    # What it finds is what the index knows; the deed's end will let it be asked anew.
    assert hits(store, "wording") == 1
    done.set()
    other.join()
    assert hits(store, "pipeline") == 1


def test_every_search_goes_by_the_reader_that_knows_whether_the_index_is_behind() -> None:
    """A question that made its expression itself would miss what was just changed."""
    asks = re.compile(r"(?<!r\.)\b(?:search\.)?match_expression\(")
    found = [
        path.name
        for path in (ROOT / "interview_coach" / "store").glob("*.py")
        if asks.search(path.read_text(encoding="utf-8"))
    ]
    assert found == ["deeds.py"]
