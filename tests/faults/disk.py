"""A disk that loses power, rebuilt from a recorded trace of system calls.

Owns the model: what is written lies in the file at once, but is sure to outlive a power cut only when the file has
been synced after it; a name that is made, changed or removed is sure only when its folder has been synced.
Of what is not sure, anything may be there: each write whole, torn at the sectors of 512 bytes, or not at all, in any
order; each folder's changes of names up to some point, in their order, as journals of file systems keep them.

What it cannot show: the loss of the data folder itself when it has just been made, a disk that lies about syncing,
one that tears within a sector or harms what lies beside it, and writes of several threads at once. Memory shared between processes (-shm) is not in it: SQLite makes it anew.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

SECTOR = 512
RECORDED = (
    "openat", "write", "pwrite64", "ftruncate", "fsync", "fdatasync", "rename", "renameat",
    "renameat2", "unlink", "unlinkat", "mkdir", "mkdirat", "sendto",
)  # fmt: skip
LEFT_OUT = ("-shm", ".lock")
CALL = re.compile(r"^(?:\d+ +)?(\w+)\((.*)\) += (-?\d+)")
TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
HANDLE = re.compile(r"^(\d+)(?:<((?:\\x[0-9a-f]{2})*)>)?")
Write = tuple[int, bytes]
Names = dict[str, "Content | None"]  # None is a folder


@dataclass
class Content:
    """A file: what is sure, and what has been done to it since."""

    sure: bytes = b""
    since: list[Write | int] = field(default_factory=list)

    def now(self) -> bytes:
        """With all that has been done."""
        return done(self.sure, self.since)

    def synced(self) -> None:
        """All is sure."""
        self.sure, self.since = self.now(), []

    def after_a_cut(self, chance: Random) -> bytes:
        """What may be found after a power cut."""
        manner = chance.randrange(4)
        if manner == 0:
            return self.sure
        if manner == 1:
            return done(self.sure, self.since[: chance.randrange(len(self.since) + 1)])
        kept = [one for one in self.since if chance.random() < 0.5]
        if manner == 2:
            return done(self.sure, kept)
        return done(self.sure, [piece for one in kept for piece in torn(one, chance)])


def done(content: bytes, deeds: list[Write | int]) -> bytes:
    """The content after writes and cuts of its length."""
    made = bytearray(content)
    for one in deeds:
        if isinstance(one, int):
            made = made[:one].ljust(one, b"\0")
        else:
            start, data = one
            made = made.ljust(start, b"\0")
            made[start : start + len(data)] = data
    return bytes(made)


def torn(one: Write | int, chance: Random) -> Iterator[Write | int]:
    """Some of the sectors of a write."""
    if isinstance(one, int):
        yield one
        return
    start, data = one
    first = SECTOR - start % SECTOR
    for begin in (0, *range(first, len(data), SECTOR)):
        if chance.random() < 0.7:
            end = first if begin == 0 else begin + SECTOR
            yield start + begin, data[begin:end]


@dataclass(frozen=True)
class Naming:
    """A change of names in a folder: create, mkdir, unlink, or rename to `new`."""

    what: str
    name: str
    new: str = ""
    content: Content | None = None

    @property
    def folder(self) -> str:
        """Where."""
        return str(Path(self.name).parent)

    def apply(self, names: Names) -> None:
        """Let it happen to these names."""
        if self.what == "unlink":
            names.pop(self.name, None)
        elif self.what == "rename":
            # A folder takes with it what is in it.
            for name in [n for n in names if n == self.name or n.startswith(f"{self.name}/")]:
                names[self.new + name.removeprefix(self.name)] = names.pop(name)
        else:
            names[self.name] = self.content


class Disk:
    """The files of one folder and those below it, by their paths in it."""

    def __init__(self, folder: Path, root: Path) -> None:
        """Begin with what lies in `folder`, all of it sure; the trace calls it `root`."""
        self.root = str(root)
        self.names: Names = {}
        for path in sorted(folder.rglob("*")) if folder.is_dir() else []:
            name = str(path.relative_to(folder))
            self.names[name] = Content(path.read_bytes()) if path.is_file() else None
        self.sure = dict(self.names)
        self.namings: list[Naming] = []
        self.said: list[list[str]] = []
        self._handles: dict[int, Content | None] = {}
        self._places: dict[int, int] = {}

    def apply(self, line: str) -> bool:
        """Take in a line of the trace; whether anything on the disk or anything said came of it."""
        found = CALL.match(line)
        if not found or int(found.group(3)) < 0:
            return False
        call, args, result = found.group(1), found.group(2), int(found.group(3))
        texts = [bytes.fromhex(t.replace("\\x", "")) for t in TEXT.findall(args)]
        if call == "sendto":
            self.said += [words.split(" ") for words in texts[0].decode().splitlines()]
            return True
        if call == "openat":
            return self._open(self._name(texts[0]), args, result)
        if call in {"rename", "renameat", "renameat2"}:
            return self._rename(self._name(texts[0]), self._name(texts[1]))
        if call in {"unlink", "unlinkat"}:
            return self._name_op("unlink", self._name(texts[0]))
        if call in {"mkdir", "mkdirat"}:
            return self._name_op("mkdir", self._name(texts[0]))
        return self._on_handle(call, args, texts, result)

    def _name(self, path: bytes) -> str | None:
        text = path.decode()
        if text == self.root:
            return "."
        return text.removeprefix(f"{self.root}/") if text.startswith(f"{self.root}/") else None

    def _open(self, name: str | None, args: str, handle: int) -> bool:
        self._handles[handle] = self.names.get(name or "")
        self._places[handle] = 0
        if name is None or name.endswith(LEFT_OUT):
            return False
        if "O_CREAT" in args and name not in self.names:
            self._handles[handle] = made = Content()
            return self._happens(Naming("create", name, content=made))
        content = self.names.get(name)
        if "O_TRUNC" in args and content is not None:
            content.since.append(0)
            return True
        return False

    def _rename(self, old: str | None, new: str | None) -> bool:
        if old is None or new is None:
            return False
        return self._happens(Naming("rename", old, new))

    def _name_op(self, what: str, name: str | None) -> bool:
        if name is None or name == "." or name.endswith(LEFT_OUT):
            return False
        return self._happens(Naming(what, name))

    def _happens(self, naming: Naming) -> bool:
        naming.apply(self.names)
        self.namings.append(naming)
        return True

    def _on_handle(self, call: str, args: str, texts: list[bytes], result: int) -> bool:
        named = HANDLE.match(args)
        assert named is not None, args
        handle = int(named.group(1))
        name = self._name(bytes.fromhex((named.group(2) or "").replace("\\x", "")))
        content = self._handles[handle] if handle in self._handles else self.names.get(name or "")
        if content is None:
            return call in {"fsync", "fdatasync"} and name is not None and self._folder_synced(name)
        if call in {"fsync", "fdatasync"}:
            content.synced()
        elif call == "ftruncate":
            content.since.append(int(args.rsplit(",", 1)[1]))
        else:
            place = int(args.rsplit(",", 1)[1]) if call == "pwrite64" else self._places[handle]
            content.since.append((place, texts[0][:result]))
            if call == "write":
                self._places[handle] += result
        return True

    def _folder_synced(self, folder: str) -> bool:
        """All changes of names in this folder so far are sure."""
        for naming in self.namings:
            if naming.folder == folder:
                naming.apply(self.sure)
        self.namings = [naming for naming in self.namings if naming.folder != folder]
        return True

    def cut(self, into: Path, chance: Random) -> None:
        """Lose power now: put into a folder what may be found afterwards."""
        shutil.rmtree(into, ignore_errors=True)
        into.mkdir()
        names = dict(self.sure)
        for folder in sorted({naming.folder for naming in self.namings}):
            there = [naming for naming in self.namings if naming.folder == folder]
            for naming in there[: chance.randrange(len(there) + 1)]:
                naming.apply(names)
        for name, content in sorted(names.items()):
            path = into / name
            if not path.parent.is_dir() or name.endswith(LEFT_OUT):
                continue
            if content is None:
                path.mkdir()
            else:
                path.write_bytes(content.after_a_cut(chance))
