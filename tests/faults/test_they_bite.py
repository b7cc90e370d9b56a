"""The fault suite sees what it looks for: shown a program that loses deeds, it says so."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

from tests.faults.disk import Content, Disk, done
from tests.faults.tally import Tally, table
from tests.store.processes import output


def test_what_is_lost_is_seen() -> None:
    # In a process of its own: what forks may have no threads.
    said = json.loads(
        output("from tests.faults.bites import said; import json; print(json.dumps(said()))")
    )
    assert said["_well"] == "well"
    assert "not what was shown" in said["_shown_and_gone"]
    assert "not what was shown" in said["_half_a_deed"]
    assert "does not pass the check" in said["_entries_left_behind"]
    assert "does not open" in said["_no_store"]
    # Without strace there is no trace to rebuild a disk from; the suite's table says so.
    assert int(said.get("unsynced", 25)) > 5


def test_what_is_synced_outlives_every_cut_and_what_is_not_may_not() -> None:
    content = Content(b"old")
    content.since += [(0, b"new"), (3, b"er"), 4]
    assert content.now() == b"newe"
    found = {content.after_a_cut(Random(n)) for n in range(200)}
    assert {b"old", b"new", b"newe", b"old\0"} <= found
    content.synced()
    assert {content.after_a_cut(Random(n)) for n in range(50)} == {b"newe"}
    assert done(b"ab", [(4, b"c")]) == b"ab\0\0c"


def test_a_name_is_sure_once_its_folder_is_synced(tmp_path: Path) -> None:
    root = tmp_path / "data"
    root.mkdir()
    (root / "one").write_bytes(b"1")

    def hexed(text: str) -> str:
        return "".join(f"\\x{byte:02x}" for byte in text.encode())

    def found(disk: Disk) -> set[frozenset[str]]:
        seen = set()
        for n in range(20):
            disk.cut(tmp_path / "found", Random(n))
            seen.add(frozenset(path.name for path in (tmp_path / "found").iterdir()))
        return seen

    disk = Disk(root, root)
    assert disk.apply(f'rename("{hexed(f"{root}/one")}", "{hexed(f"{root}/two")}") = 0')
    assert found(disk) == {frozenset({"one"}), frozenset({"two"})}
    assert disk.apply(f"fsync(4<{hexed(str(root))}>) = 0")
    assert found(disk) == {frozenset({"two"})}
    assert not disk.apply("fsync(9) = -1 EIO (Input/output error) (INJECTED)")


def test_the_table_tells_lost_survived_and_not_tried_apart() -> None:
    well, bad, none = Tally("well"), Tally("bad"), Tally("none", not_tried="not permitted")
    well.well()
    bad.lost("a deed")
    lines = table([well, bad, none]).splitlines()
    assert lines[1].split() == ["well", "1", "1"]
    assert lines[2].split() == ["bad", "1", "0", "LOST", "1"]
    assert lines[3].split("NOT TRIED: ")[1] == "not permitted"
    assert [one.failed for one in (well, bad, none, Tally("nothing"))] == [False, True, False, True]
    assert Tally(**json.loads(json.dumps(bad.values()))) == bad
