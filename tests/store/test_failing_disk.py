"""A drive that fails in the middle: SQLite ends the transaction by itself, and the first failure is told."""

from __future__ import annotations

import pytest
from sqlcipher3 import dbapi2

from interview_coach.domain.trouble import Trouble
from interview_coach.store import backup, contents
from interview_coach.store.deeds import Reader
from interview_coach.store.opening import connect, trouble_of
from interview_coach.store.store import Store


def test_a_question_that_ends_so_tells_why(full_store: Store) -> None:
    def fails(r: Reader) -> None:
        r.raw.execute("ROLLBACK")
        raise Trouble("disk_error")

    with pytest.raises(Trouble) as trouble:
        full_store.ask(fails)
    assert trouble.value.code == "disk_error"


def test_a_backup_that_ends_so_tells_why(
    full_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = connect(full_store.path)

    def fails(of: object) -> str:
        raw.execute("ROLLBACK")
        raise Trouble("disk_error")

    monkeypatch.setattr(contents, "state", fails)
    with pytest.raises(Trouble) as trouble:
        backup.make(raw, full_store.folder)
    assert trouble.value.code == "disk_error"
    assert not backup.found(full_store.folder)
    raw.close()


def test_a_header_and_a_schema_beyond_reading_are_damage() -> None:
    said = b"malformed database schema (ix) - no such column: intervi\xe5w"
    for error in (
        dbapi2.OperationalError("unsupported file format"),
        UnicodeDecodeError("utf-8", said, 56, 57, "invalid continuation byte"),
    ):
        known = trouble_of(error)
        assert known is not None
        assert known.code == "damaged"
