"""The archive: whole, checked, the same for the same store, and a clear refusal of every bad one."""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import os
import struct
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_coach.domain.incoming import Refused
from interview_coach.exchange import archive, document, recognise, zips
from interview_coach.store.document import everything
from interview_coach.store.store import Store
from tests.exchange.making import SCHEMA, WRITTEN, Enough

TABLES = {"company": [{"id": "a", "name": "Kürbis"}]}
PACKED = archive.pack(1, TABLES, WRITTEN, "0.1.0")


def parts(data: bytes = PACKED) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as found:
        return {name: found.read(name) for name in found.namelist()}


def rezipped(changed: dict[str, bytes | None]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in {**parts(), **changed}.items():
            if data is not None:
                target.writestr(name, data)
    return stream.getvalue()


def refused(data: bytes) -> str:
    with pytest.raises(Refused) as error:
        recognise.read_bytes(data, "x.zip")
    return error.value.code


def test_it_holds_the_document_its_description_and_sums_of_both(full: Store) -> None:
    schema, tables = full.ask(everything)
    made = archive.pack(schema, tables, WRITTEN, "0.1.0")
    found = parts(made)
    assert set(found) == {
        archive.ABOUT,
        archive.DOCUMENT,
        archive.SCHEMA,
        archive.SUMS,
        archive.README,
    }
    jsonschema.validate(json.loads(found[archive.DOCUMENT]), SCHEMA)
    assert json.loads(found[archive.SCHEMA]) == SCHEMA
    lines = [line.split("  ") for line in found[archive.SUMS].decode().splitlines()]
    assert {name: digest for digest, name in lines} == {
        name: hashlib.sha256(data).hexdigest()
        for name, data in found.items()
        if name != archive.SUMS
    }
    assert archive.pack(schema, tables, WRITTEN, "0.1.0") == made
    read = recognise.read_bytes(made, "x.zip").what
    assert read.tables == tables
    assert read.written_at == WRITTEN


@pytest.mark.skipif(sys.platform != "linux", reason="the tool of GNU")
def test_the_sums_are_as_sha256sum_checks_them(tmp_path: Path) -> None:
    for name, data in parts().items():
        (tmp_path / name).write_bytes(data)
    ran = subprocess.run(
        ["sha256sum", "--strict", "-c", archive.SUMS],
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr


def test_unpacked_it_is_for_its_owner_alone() -> None:
    with zipfile.ZipFile(io.BytesIO(PACKED)) as found:
        modes = {entry.external_attr >> 16 for entry in found.infolist()}
    assert modes == {0o100600}


def test_packing_can_be_given_up() -> None:
    def stop(done: int, total: int) -> None:
        raise Enough

    with pytest.raises(Enough):
        archive.pack(1, TABLES, WRITTEN, "0.1.0", stop)


def bomb() -> bytes:
    """A document of nothing but zeros: a thousand times as large as the zip."""
    return b"0" * (document.LARGEST + 1)


def resummed(name: str, data: bytes) -> bytes:
    sums = parts()[archive.SUMS].decode().splitlines()
    kept = [line for line in sums if not line.endswith(f"  {name}")]
    line = f"{hashlib.sha256(data).hexdigest()}  {name}"
    return rezipped({name: data, archive.SUMS: "\n".join([*kept, line]).encode()})


def with_flag(data: bytes) -> bytes:
    """Every entry says that it is encrypted, in both places."""
    made = bytearray(data)
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = made.find(mark)
        while place >= 0:
            made[place + at] |= 1
            place = made.find(mark, place + 4)
    return bytes(made)


def with_method(data: bytes) -> bytes:
    made = bytearray(data)
    for mark, at in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        place = made.find(mark)
        while place >= 0:
            made[place + at : place + at + 2] = struct.pack("<H", 97)
            place = made.find(mark, place + 4)
    return bytes(made)


def lying(data: bytes) -> bytes:
    """Every entry says that it is only ten bytes."""
    made = bytearray(data)
    place = made.find(b"PK\x01\x02")
    while place >= 0:
        made[place + 24 : place + 28] = struct.pack("<I", 10)
        place = made.find(b"PK\x01\x02", place + 4)
    return bytes(made)


def twice() -> bytes:
    stream = io.BytesIO(PACKED)
    with zipfile.ZipFile(stream, "a") as target, pytest.warns(UserWarning, match="Duplicate"):
        target.writestr(archive.DOCUMENT, b"{}")
    return stream.getvalue()


def crowded(entries: int) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as target:
        for number in range(entries):
            target.writestr(f"{number}", b"")
    return stream.getvalue()


BAD: dict[str, tuple[Callable[[], bytes], set[str]]] = {
    "cut short": (lambda: PACKED[:-40], {"not_understood"}),
    "cut at its middle": (lambda: PACKED[: len(PACKED) // 2], {"not_understood"}),
    "another letter": (
        lambda: rezipped({archive.DOCUMENT: parts()[archive.DOCUMENT].replace(b"rbis", b"rbas")}),
        {"damaged"},
    ),
    "no sums": (lambda: rezipped({archive.SUMS: None}), {"damaged"}),
    "sums that are none": (lambda: rezipped({archive.SUMS: b"\xff" * 100}), {"damaged"}),
    "no description": (lambda: rezipped({archive.SCHEMA: None}), {"damaged"}),
    "no document": (lambda: rezipped({archive.DOCUMENT: None}), {"not_understood"}),
    "a newer one": (
        lambda: rezipped({archive.ABOUT: b'{"format": "interview-coach-archive", "version": 2}'}),
        {"newer"},
    ),
    "somebody else's": (
        lambda: rezipped({archive.ABOUT: b'{"format": "x", "version": 1}'}),
        {"damaged"},
    ),
    "an about of lists": (lambda: rezipped({archive.ABOUT: b"[" * 100_000}), {"damaged"}),
    "an about that is large": (lambda: rezipped({archive.ABOUT: b" " * (2 << 20)}), {"too_large"}),
    "a bomb": (lambda: rezipped({archive.DOCUMENT: bomb()}), {"too_large"}),
    "sizes that lie": (lambda: lying(PACKED), {"damaged"}),
    "encrypted the old way": (lambda: with_flag(PACKED), {"packed_oddly"}),
    "a method nobody has": (lambda: with_method(PACKED), {"packed_oddly", "damaged"}),
    "the document twice": (twice, {"damaged"}),
    "thousands of entries": (lambda: crowded(3000), {"not_understood"}),
    "a document that is none": (lambda: resummed(archive.DOCUMENT, b"[]"), {"not_ours"}),
    "a deep document": (lambda: resummed(archive.DOCUMENT, b"[" * 200_000), {"not_json"}),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_archive_has_a_code(name: str) -> None:
    made, codes = BAD[name]
    assert refused(made()) in codes


def test_a_name_that_leads_elsewhere_is_never_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    made = rezipped({"../../out.txt": b"x", "/out.txt": b"x", "C:\\out.txt": b"x"})
    assert recognise.read_bytes(made, "x.zip").what.tables == TABLES
    # The fixtures' own home aside.
    assert [path.name for path in tmp_path.iterdir() if path.name != "home"] == []


@given(st.integers(0, len(PACKED) - 1), st.integers(1, 255))
def test_one_byte_changed_is_noticed_or_does_not_matter(at: int, by: int) -> None:
    data = bytearray(PACKED)
    data[at] ^= by
    with contextlib.suppress(Refused):
        assert recognise.read_bytes(bytes(data), "x.zip").what.tables == TABLES


@given(st.binary(max_size=300), st.integers(0, len(PACKED)))
def test_bytes_put_in_anywhere_are_noticed_or_do_not_matter(data: bytes, at: int) -> None:
    try:
        found = recognise.read_bytes(PACKED[:at] + data + PACKED[at:], "x.zip")
        assert found.what.tables == TABLES
    except Refused:
        pass


MEMORY = """
import resource, sys
from pathlib import Path
from interview_coach.domain.incoming import Refused
from interview_coach.exchange import archive, recognise
resource.setrlimit(resource.RLIMIT_AS, (600 << 20, 600 << 20))
try:
    recognise.read(Path(sys.argv[1]))
except Refused as refused:
    sys.exit(f"refused: {refused.code}")
"""


@pytest.mark.skipif(sys.platform != "linux", reason="limits memory")
@pytest.mark.parametrize("name", ["a bomb", "thousands of entries", "sizes that lie"])
def test_a_bomb_takes_no_memory(tmp_path: Path, name: str) -> None:
    made, codes = BAD[name]
    path = tmp_path / "x.zip"
    path.write_bytes(made())
    ran = subprocess.run(
        [sys.executable, "-c", MEMORY, str(path)],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).resolve().parents[2],
        env={**os.environ, "OPENBLAS_NUM_THREADS": "1"},
    )
    assert ran.stderr.strip() in {f"refused: {code}" for code in codes}


def test_a_list_of_entries_that_is_too_large_is_not_read() -> None:
    made = bytearray(crowded(1))
    at = made.rfind(b"PK\x05\x06")
    made[at + 12 : at + 16] = struct.pack("<I", zips.LARGEST_LIST + 1)
    with pytest.raises(Refused) as error:
        zips.opened(bytes(made))
    assert error.value.code == "too_large"
