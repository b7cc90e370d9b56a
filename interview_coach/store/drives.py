"""What kind of drive a folder lies on, and whether its locks keep two programs apart.

Asked before a store is opened: where locks do nothing, two windows would write into one file. Linux
tells; elsewhere nothing is known and nothing is refused.
"""

from __future__ import annotations

import errno
import os
import struct
import sys
from pathlib import Path

MOUNTS = Path("/proc/self/mountinfo")
# Where a file's owner means what it says.
OWNED = frozenset(
    ["ext2", "ext3", "ext4", "xfs", "btrfs", "zfs", "f2fs", "jfs", "reiserfs", "tmpfs", "overlay"]
)
NETWORK = frozenset(
    [
        "nfs",
        "nfs4",
        "cifs",
        "smb3",
        "smbfs",
        "fuse.sshfs",
        "afs",
        "ceph",
        "glusterfs",
        "davfs",
        "fuse.davfs2",
    ]
)
# A whole-file write lock, as struct flock lies in memory on 64-bit Linux.
_LOCK = struct.pack("hhqqi4x", 1, 0, 0, 0, 0)


def kind_of(folder: Path, mounts: Path = MOUNTS) -> str:
    """The type of the file system that a folder lies on; "" where the system does not tell."""
    try:
        lines = mounts.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return ""
    here = str(folder.resolve())
    best, kind = "", ""
    for line in lines:
        left, _, right = line.partition(" - ")
        parts = left.split()
        if len(parts) < 5 or not right:
            continue
        mount = _plain(parts[4])
        inside = here == mount or here.startswith(mount.rstrip("/") + "/")
        # The last of those on one place lies on top.
        if inside and len(mount) >= len(best):
            best, kind = mount, right.split()[0]
    return kind


def _plain(text: str) -> str:
    for code, character in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        text = text.replace(code, character)
    return text


def on_network(folder: Path) -> bool:
    """Whether a folder lies on a network drive: a hint, as locks there may reach one computer only."""
    return kind_of(folder) in NETWORK


def belongs_to_another(path: Path) -> bool:
    """Whether a file is another user's, where owners mean anything."""
    if os.name != "posix" or path.stat().st_uid == os.geteuid():
        return False
    return not sys.platform.startswith("linux") or kind_of(path.parent) in OWNED


def locks_work(lock: Path) -> bool:
    """Whether a lock on one opening of this file stops another one. The file is made where missing.

    Never asked of a store itself: closing it would drop SQLite's own locks.
    """
    if not sys.platform.startswith("linux"):
        return True
    import fcntl

    first = os.open(lock, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
    second = os.open(lock, os.O_RDWR)
    try:
        fcntl.fcntl(first, fcntl.F_OFD_SETLK, _LOCK)
        try:
            fcntl.fcntl(second, fcntl.F_OFD_SETLK, _LOCK)
        except OSError as error:
            return error.errno in {errno.EAGAIN, errno.EACCES}
        return False
    except OSError as error:
        # Another start asks the very same now, or the drive says itself that it has no locks.
        return error.errno in {errno.EAGAIN, errno.EACCES, errno.EINVAL}
    finally:
        os.close(second)
        os.close(first)
