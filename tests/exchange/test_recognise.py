"""The door for files that come in: each knows its own, everything else is refused with a code."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_coach.domain.incoming import Refused
from interview_coach.exchange import apart, archive, document, locked, recognise
from interview_coach.exchange.apart import Limits
from interview_coach.exchange.recognise import Head
from tests.exchange.making import WRITTEN, Enough, small_one

TABLES = {"company": [{"id": "a", "name": "Kürbis"}]}


def refused(data: bytes, name: str = "x", **more: Any) -> str:
    with pytest.raises(Refused) as error:
        recognise.read_bytes(data, name, **more)
    return error.value.code


def packed() -> bytes:
    return archive.pack(1, TABLES, WRITTEN, "0.1.0")


def test_the_kinds_differ_and_every_format_says_its_limits() -> None:
    found = recognise.formats()
    assert len({one.KIND for one in found}) == len(found)
    for one in found:
        assert 0 < one.LARGEST <= 512 << 20
        assert one.APART is None or one.APART.seconds > 0
        assert not one.recognises(Head("", b""))
        assert not one.recognises(Head("x.bin", b"\x00\xff" * 1000))


@pytest.mark.parametrize("name", ["mine.json", "mine.txt", "mine"])
def test_a_document_is_known_by_what_it_says_whatever_its_name(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(document.encode(small_one()))
    found = recognise.read(path)
    assert (found.kind, found.name) == ("document", name)
    assert found.what.tables == TABLES
    told = recognise.describe(found)
    assert json.loads(json.dumps(told)) == {
        "kind": "document",
        "file": name,
        "understood": {
            "version": 1,
            "schema": 1,
            "written_at": "2026-11-22T21:00:00+00:00",
            "program": "0.1.0",
            "counts": {"company": 1},
        },
    }


def test_an_archive_holds_the_same_document(tmp_path: Path) -> None:
    path = tmp_path / "mine.zip"
    path.write_bytes(packed())
    found = recognise.read(path)
    assert found.kind == "archive"
    assert found.what.tables == TABLES
    assert recognise.describe(found)["understood"]["counts"] == {"company": 1}


def test_a_locked_file_asks_for_its_passphrase_and_opens_with_no_other(tmp_path: Path) -> None:
    path = tmp_path / "mine.zip.age"
    path.write_bytes(locked.lock(packed(), "réd horse 4"))
    assert b"K\xc3\xbcrbis" not in path.read_bytes()
    codes = {}
    for passphrase in ("", "red horse 4"):
        with pytest.raises(Refused) as error:
            recognise.read(path, passphrase=passphrase)
        codes[passphrase] = error.value.code
    assert codes == {"": "locked", "red horse 4": "wrong_passphrase"}
    found = recognise.read(path, passphrase="réd horse 4")
    assert (found.kind, found.name) == ("archive", "mine.zip")
    data = path.read_bytes()
    with pytest.raises(Refused) as cut:
        locked.unlock(data[:-5], "réd horse 4")
    assert cut.value.code in {"damaged", "wrong_passphrase"}


AGE = locked.MAGIC
LOCKED: dict[str, tuple[bytes, str]] = {
    "nothing but its beginning": (AGE, "damaged"),
    "for a key": (AGE + b"-> X25519 aaaa\nbbbb\n--- cccc\n", "locked_to_a_key"),
    "an endless key": (AGE + b"-> scrypt " + b"A" * 22 + b" 60\nx\n--- y\n", "too_large"),
    "as text": (locked.ARMOUR + b"\n", "packed_oddly"),
    "no more than a header": (AGE + b"-> scrypt " + b"A" * 22 + b" 1\n", "damaged"),
}


@pytest.mark.parametrize("name", LOCKED)
def test_a_file_that_only_looks_locked_is_refused(tmp_path: Path, name: str) -> None:
    data, code = LOCKED[name]
    path = tmp_path / "x.age"
    path.write_bytes(data)
    with pytest.raises(Refused) as error:
        recognise.read(path, passphrase="p")
    assert error.value.code == code


def test_what_is_no_file_is_unreadable(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    places = [tmp_path, tmp_path / "none"]
    if hasattr(os, "mkfifo"):
        os.mkfifo(pipe)
        places += [pipe, Path(os.devnull)]
    for place in places:
        with pytest.raises(Refused) as error:
            recognise.read(place)
        assert error.value.code == "unreadable", place


def test_nothing_and_anything_are_told_apart() -> None:
    assert refused(b"") == "empty"
    assert refused(b"\x89PNG\r\n\x1a\n" + bytes(100), "x.png") == "not_understood"
    assert refused(b"PK\x03\x04 and no more", "x.zip") == "not_understood"


def test_a_file_larger_than_its_format_allows_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = document.encode(small_one())
    path = tmp_path / "x.json"
    path.write_bytes(data)
    from interview_coach.exchange import document_file

    monkeypatch.setattr(document_file, "LARGEST", len(data) - 1)
    with pytest.raises(Refused) as error:
        recognise.read(path)
    assert error.value.code == "too_large"
    assert refused(data, "x.json") == "too_large"


def test_reading_can_be_given_up() -> None:
    def stop(done: int, total: int) -> None:
        raise Enough

    with pytest.raises(Enough):
        recognise.read_bytes(packed(), "x.zip", told=stop)


@given(st.binary(max_size=400), st.sampled_from(["x", "x.json", "x.zip", "x.ics", "x.csv"]))
def test_any_bytes_are_understood_or_refused(data: bytes, name: str) -> None:
    try:
        found = recognise.read_bytes(data, name)
    except Refused:
        return
    assert recognise.describe(found)["kind"] == found.kind


# --- in a process of its own ---------------------------------------------------------------------


def test_a_process_of_its_own_reads_the_same() -> None:
    assert apart.run("archive", packed(), "x.zip", Limits()) == archive.read(
        packed(), "x.zip", lambda _done, _total: None
    )


def test_what_it_refuses_comes_back_as_it_was_raised() -> None:
    with pytest.raises(Refused) as error:
        apart.run("document", b"{", "x.json", Limits())
    assert error.value.code == "not_json"


def test_its_time_is_limited_and_a_stop_ends_it() -> None:
    with pytest.raises(Refused) as error:
        apart.run("archive", packed(), "x.zip", Limits(seconds=0))
    assert error.value.code == "too_long"

    def stop(done: int, total: int) -> None:
        raise Enough

    with pytest.raises(Enough):
        apart.run("archive", packed(), "x.zip", Limits(), stop)


@pytest.mark.skipif(os.name != "posix", reason="limits of memory are POSIX")
def test_its_memory_is_limited() -> None:
    many = b'{"format": "interview-coach", "a": [' + b"{}," * 4_000_000 + b"{}]}"
    with pytest.raises(Refused) as error:
        apart.run("document", many, "x.json", Limits(memory=1 << 24, seconds=60))
    assert error.value.code == "too_large"
