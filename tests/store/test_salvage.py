"""Salvage: all of a sound file, nearly all of a damaged one, in bounded time, and an honest report."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from random import Random

import pytest

from interview_coach.domain.salvage import Salvaged
from interview_coach.domain.timeline import Filters
from interview_coach.domain.trouble import Trouble
from interview_coach.store import backup, interviews, pages, timeline
from interview_coach.store.opening import FILE_NAME, SCHEMA, connect, open_store
from interview_coach.store.salvage import read_into, rescue
from interview_coach.store.store import Store
from tests.store.dumps import Dump, check_derived, check_file, dump, dump_of
from tests.store.processes import holding
from tests.store.small import small_store
from tests.stores import NOW, Clock, new_store

LABEL = "(lost)"


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a closed store with the sample data and a long text."""
    folder = tmp_path_factory.mktemp("whole")
    store = new_store(folder / "data", sample=True)
    raw = store._writer
    raw.execute("UPDATE opportunity SET posting_text = ? WHERE rowid = 1", ("long " * 9000,))
    store.scribble("review:x:went_well", "half a sentence")
    store.close()
    return (folder / "data" / FILE_NAME).read_bytes()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    return tmp_path / "data"


def lay(folder: Path, content: bytes) -> Path:
    (folder / FILE_NAME).write_bytes(content)
    return folder / FILE_NAME


def held(path: Path) -> Dump:
    raw = connect(path, "ro")
    found = dump_of(raw)
    raw.close()
    return found


def read(folder: Path, content: bytes) -> tuple[Salvaged, Dump]:
    """What can be read of these bytes; the new store is sound whatever they were."""
    new = folder / "new.db"
    report = read_into(lay(folder, content), new, NOW, LABEL, {})
    check_file(new)
    assert (folder / FILE_NAME).read_bytes() == content
    return report, held(new)


def rows_of(found: Dump) -> int:
    return sum(map(len, found.values()))


def missing(before: Dump, after: Dump) -> int:
    """Rows of before that are not there after, as they were."""
    return sum(len(set(rows) - set(after[table])) for table, rows in before.items())


def test_of_a_sound_file_everything_is_read(folder: Path, whole: bytes) -> None:
    report, found = read(folder, whole)
    assert found == held(folder / FILE_NAME)
    assert report.whole
    assert report.unreadable == 0
    raw = connect(folder / "new.db")
    assert raw.execute("SELECT field, text FROM scratch").fetchall() == [
        ("review:x:went_well", "half a sentence")
    ]
    raw.close()


def test_everything_of_a_store_with_a_little_of_each_is_read(tmp_path: Path) -> None:
    store = small_store(tmp_path / "small")
    before = dump(store)
    store.close()
    report, found = read(tmp_path, (tmp_path / "small" / FILE_NAME).read_bytes())
    assert found == before
    assert report.whole


def test_what_lies_in_the_log_is_read_too(folder: Path, whole: bytes) -> None:
    lay(folder, whole)
    with holding(folder):
        pass
    log = (folder / f"{FILE_NAME}-wal").read_bytes()
    assert log
    report = read_into(folder / FILE_NAME, folder / "new.db", NOW, LABEL, {})
    assert report.whole
    assert any("Held" in row for row in held(folder / "new.db")["company"])
    # Half of the last frame is not there: what was committed before counts.
    (folder / f"{FILE_NAME}-wal").write_bytes(log[:-2000])
    read_into(folder / FILE_NAME, folder / "new.db", NOW, LABEL, {})
    check_file(folder / "new.db")
    assert not any("Held" in row for row in held(folder / "new.db")["company"])


def test_a_flipped_bit_anywhere_costs_little(folder: Path, whole: bytes) -> None:
    """One bit in each page in turn, wherever it may lie in it."""
    lay(folder, whole)
    before = held(folder / FILE_NAME)
    chance = Random(20261122)
    size = 4096
    numbers = sorted([*chance.sample(range(len(whole) // size), 17), 0, 0, 0])
    for number in numbers:
        content = bytearray(whole)
        # Half of them where it hurts: in the page's head.
        place = number * size + (
            chance.randrange(12) if chance.random() < 0.5 else chance.randrange(size)
        )
        if number == 0:
            place = chance.randrange(size)
        content[place] ^= 1 << chance.randrange(8)
        _report, found = read(folder, bytes(content))
        lost = missing(before, found)
        assert lost <= 60, (place, lost)
        if lost:
            assert rows_of(found) >= rows_of(before) - 60


@pytest.mark.parametrize("seed", range(5))
def test_many_flipped_bits_are_survived(folder: Path, whole: bytes, seed: int) -> None:
    chance = Random(seed)
    content = bytearray(whole)
    for _ in range(60):
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    report, found = read(folder, bytes(content))
    lay(folder, whole)
    before = held(folder / FILE_NAME)
    assert rows_of(found) > rows_of(before) * 0.6
    assert not report.whole or missing(before, found) < 60


@pytest.mark.parametrize("seed", range(3))
def test_pages_overwritten_are_survived(folder: Path, whole: bytes, seed: int) -> None:
    chance = Random(seed)
    content = bytearray(whole)
    for _ in range(len(content) // 4096 // 8):
        place = chance.randrange(len(content) // 4096) * 4096
        content[place : place + 4096] = chance.randbytes(4096)
    _report, found = read(folder, bytes(content))
    assert rows_of(found) > 50


def test_without_its_first_page_and_schema_rows_are_known_by_their_values(
    folder: Path, whole: bytes
) -> None:
    content = b"\0" * 4096 + whole[4096:]
    _report, found = read(folder, content)
    lay(folder, whole)
    before = held(folder / FILE_NAME)
    assert missing(before, found) < rows_of(before) * 0.1


def test_half_a_file_gives_what_is_in_that_half(folder: Path, whole: bytes) -> None:
    report, found = read(folder, whole[: len(whole) // 2 // 4096 * 4096 + 100])
    assert rows_of(found) > 0
    assert report.read > 0


def test_what_belonged_to_something_lost_is_kept_with_a_stand_in(
    folder: Path, whole: bytes
) -> None:
    lay(folder, whole)
    raw = connect(folder / FILE_NAME)
    raw.execute("PRAGMA foreign_keys=OFF")
    (lost,) = raw.execute("SELECT interview_id FROM review ORDER BY rowid LIMIT 1").fetchone()
    raw.execute("DELETE FROM interview WHERE id = ?", (lost,))
    (company,) = raw.execute("SELECT company_id FROM opportunity ORDER BY rowid LIMIT 1").fetchone()
    raw.execute("DELETE FROM company WHERE id = ?", (company,))
    raw.execute(
        "UPDATE covered SET prep_item_id = '00000000-0000-7000-8000-000000000000' WHERE rowid = 1"
    )
    raw.close()
    report, found = read(folder, (folder / FILE_NAME).read_bytes())
    assert report.placeholders["interview"] == 1
    assert report.placeholders["company"] >= 1
    assert report.let_go >= 1
    assert not report.whole
    assert any(row[0] == company and LABEL in row for row in found["company"])
    assert lost in {row[0] for row in found["interview"]}


def test_a_value_that_no_form_takes_is_replaced_and_the_row_kept(
    folder: Path, whole: bytes
) -> None:
    lay(folder, whole)
    raw = connect(folder / FILE_NAME)
    raw.execute("PRAGMA ignore_check_constraints=ON")
    raw.execute(
        "UPDATE interview SET mode = 'vudeo', zone = 'Europe/Bermin', start = 'x' WHERE rowid = 1"
    )
    raw.execute("UPDATE review SET felt = 77 WHERE rowid = 1")
    raw.execute("UPDATE asked SET text = CAST(x'48c3' AS TEXT) WHERE rowid = 1")
    raw.close()
    report, found = read(folder, (folder / FILE_NAME).read_bytes())
    assert report.tables["interview"].mended == 1
    assert report.tables["review"].mended == 1
    assert report.tables["asked"].mended == 1
    assert not report.whole
    assert report.placeholders == {}
    assert any("H�" in row for row in found["asked"])


def test_an_earlier_schema_is_read_and_brought_up(folder: Path) -> None:
    raw = connect(folder / FILE_NAME, "rwc")
    saved = Path(__file__).parents[1] / "upgrades" / "schema-0001.sql"
    raw.executescript(saved.read_text(encoding="utf-8"))
    count = raw.execute("SELECT count(*) FROM interview").fetchone()[0]
    raw.close()
    report, found = read(folder, (folder / FILE_NAME).read_bytes())
    assert report.whole
    assert len(found["interview"]) == count
    raw = connect(folder / "new.db", "ro")
    assert raw.execute("PRAGMA user_version").fetchone()[0] == SCHEMA
    raw.close()


@pytest.mark.parametrize("content", [b"", b"\0" * 50_000, b"Dear Sir or Madam, " * 5000])
def test_where_nothing_can_be_read_it_says_so_and_changes_nothing(
    folder: Path, content: bytes
) -> None:
    lay(folder, content)
    with pytest.raises(Trouble) as trouble:
        rescue(folder, NOW, LABEL)
    assert trouble.value.code == "nothing_readable"
    assert (folder / FILE_NAME).read_bytes() == content
    assert not list(folder.glob("*restoring*"))


def test_a_circle_of_pages_and_a_huge_length_end(folder: Path, whole: bytes) -> None:
    lay(folder, whole)
    with (folder / FILE_NAME).open("rb") as file:
        found = pages.open_pages(file, None, len(whole))
        content = bytearray(whole)
        for number in range(2, found.count + 1):
            start = (number - 1) * 4096
            if content[start] == 5:  # every branch leads to itself
                content[start + 8 : start + 12] = number.to_bytes(4)
                for cell in range(int.from_bytes(content[start + 3 : start + 5])):
                    at = start + int.from_bytes(
                        content[start + 12 + 2 * cell : start + 14 + 2 * cell]
                    )
                    content[at : at + 4] = number.to_bytes(4)
            if content[start] == 13:  # a first row as long as can be said
                at = start + int.from_bytes(content[start + 8 : start + 10])
                content[at : at + 9] = b"\xff" * 9
    read(folder, bytes(content))


def test_the_damaged_file_is_kept_and_the_new_one_takes_its_place(
    folder: Path, whole: bytes
) -> None:
    content = bytearray(whole)
    content[4096 * 20 : 4096 * 22] = os.urandom(8192)
    lay(folder, bytes(content))
    steps: list[tuple[int, int]] = []
    done = rescue(folder, NOW, LABEL, lambda at, of: steps.append((at, of)))
    assert steps
    assert done.kept.read_bytes() == bytes(content)
    store = Store(open_store(folder), Clock())
    check_derived(store)
    assert store.ask(interviews.known_names).companies
    assert store.ask(timeline.count, Filters()) > 0
    store.close()


def test_the_report_tells_what_the_last_backup_held(folder: Path) -> None:
    store = new_store(folder, sample=True)
    store.back_up()
    (made,) = backup.found(folder)
    raw = store._writer
    raw.execute("DELETE FROM lesson")
    store.close()
    done = rescue(folder, NOW, LABEL)
    assert done.report.tables["lesson"].before == made.counts["lesson"] > 0
    assert done.report.tables["lesson"].read == 0
    assert not done.report.whole
    assert done.report.tables["company"].before == done.report.tables["company"].read


def test_given_up_it_leaves_everything_as_it_was(folder: Path, whole: bytes) -> None:
    lay(folder, whole)

    def told(_done: int, _total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        rescue(folder, NOW, LABEL, told)
    assert (folder / FILE_NAME).read_bytes() == whole
    assert {p.name for p in folder.iterdir()} == {FILE_NAME, "interview-coach.lock"}
    shutil.rmtree(folder)
