"""Every table and every column has a word of the person's own, and every stored value can be said."""

from __future__ import annotations

from pathlib import Path

from interview_coach.domain.merging import Fate
from interview_coach.exchange import document
from interview_coach.store.document import everything
from interview_coach.ui import words_document, words_exchange
from tests.stores import new_store

# Keys, times and the trash: the store's own, shown to nobody.
UNSEEN = {"id", "created_at", "changed_at", "trashed_at", "trash_batch", "position"} | {
    "start_at",
    "end_at",
}


def test_every_table_and_column_has_a_word() -> None:
    described = document.described_columns()
    missing = set(described) - set(words_document.TABLES)
    assert not missing, "name these tables in ui/words_document.py"
    columns = {column for names in described.values() for column in names} - UNSEEN
    assert not columns - set(words_document.COLUMNS), "name these columns in ui/words_document.py"


def test_every_value_of_the_sample_can_be_said(tmp_path: Path) -> None:
    store = new_store(tmp_path / "full", sample=True)
    tables = store.ask(everything)[1]
    store.close()
    for name, rows in tables.items():
        for row in rows:
            for column, value in row.items():
                said = words_document.value(name, column, value)
                assert "_" not in said or said == value


def test_what_is_none_is_not_said() -> None:
    assert words_exchange.fates({Fate.NEW: 2, Fate.SAME: 0, Fate.DELETED: 1}) == (
        "2 new · 1 deleted here, stays deleted"
    )
