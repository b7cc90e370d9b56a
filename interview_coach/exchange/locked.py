"""Files locked with a passphrase, in the age format (https://age-encryption.org), which other tools open.

Whoever loses the passphrase has lost the file: there is no other way in.
"""

from __future__ import annotations

import re

from interview_coach.domain.incoming import Refused

MAGIC = b"age-encryption.org/v1\n"
ARMOUR = b"-----BEGIN AGE ENCRYPTED FILE-----"
ENDING = ".age"
# The key is worked out in 2^21 KiB at most; a stranger's file may ask for any amount.
HARDEST = 21
_PASSPHRASE = re.compile(rb"-> scrypt [A-Za-z0-9+/]{22} (\d{1,3})\n")


def is_locked(start: bytes) -> bool:
    """Whether a file that begins so is locked."""
    return start.startswith((MAGIC, ARMOUR))


def lock(data: bytes, passphrase: str) -> bytes:
    """The bytes, locked with the passphrase. Takes a second on purpose."""
    from pyrage import passphrase as age

    return bytes(age.encrypt(data, passphrase))


def unlock(data: bytes, passphrase: str) -> bytes:
    """The bytes as they were. Raises `Refused`: wrong_passphrase, locked_to_a_key, too_large, damaged."""
    from pyrage import DecryptError
    from pyrage import passphrase as age

    if data.startswith(ARMOUR):
        raise Refused("packed_oddly")
    found = _PASSPHRASE.match(data, len(MAGIC))
    if found is None:
        raise Refused("locked_to_a_key" if data[len(MAGIC) :].startswith(b"-> ") else "damaged")
    if int(found.group(1)) > HARDEST:
        raise Refused("too_large", limit=HARDEST)
    try:
        return bytes(age.decrypt(data, passphrase))
    except DecryptError as error:
        # One error for all: only its words tell a wrong passphrase from a damaged file.
        wrong = str(error).startswith("Decryption failed")
        raise Refused("wrong_passphrase" if wrong else "damaged", part="age") from error
