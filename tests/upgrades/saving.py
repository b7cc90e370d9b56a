"""A store as text and back: every table, the search index's own tables included, as SQL."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlcipher3 import dbapi2

from interview_coach.store import document, opportunity, settings, trash
from interview_coach.store.opening import FILE_NAME, SCHEMA
from tests.stores import new_store

HERE = Path(__file__).parent
PRAGMAS = ("application_id", "user_version")


def text_of(raw: dbapi2.Connection) -> Iterator[str]:
    """The statements that make this store again."""
    for pragma in PRAGMAS:
        yield f"PRAGMA {pragma}={raw.execute(f'PRAGMA {pragma}').fetchone()[0]};"
    yield "BEGIN;"
    made = raw.execute(
        "SELECT m.name, m.sql, l.type FROM sqlite_master m "
        "LEFT JOIN pragma_table_list l ON l.name = m.name AND l.schema = 'main' "
        "WHERE m.sql IS NOT NULL AND m.name NOT LIKE 'sqlite_%' ORDER BY m.rowid"
    ).fetchall()
    # A virtual table makes its own tables.
    yield from (f"{sql.strip()};" for _name, sql, kind in made if kind != "shadow")
    yield from (f"DELETE FROM {name};" for name, _sql, kind in made if kind == "shadow")
    for name, _sql, kind in made:
        if kind in {"table", "shadow"}:
            columns = [row[1] for row in raw.execute(f"PRAGMA table_info({name})")]
            quoted = " || ', ' || ".join(f"quote({column})" for column in columns)
            for (values,) in raw.execute(f"SELECT {quoted} FROM {name} ORDER BY 1"):
                yield f"INSERT INTO {name} VALUES ({values});"
    yield "COMMIT;"


def make(text: str, path: Path) -> None:
    """Make a store from its text."""
    raw = dbapi2.connect(str(path), isolation_level=None)
    raw.execute("PRAGMA journal_mode=WAL")
    raw.executescript(text)
    raw.close()


def saved(revision: int) -> Path:
    """Where the store of a schema is kept."""
    return HERE / f"schema-{revision:04d}.sql"


def main() -> None:
    """Keep a part of the sample, with something in the trash and in scratch, under today's schema."""
    with TemporaryDirectory() as folder:
        store = new_store(Path(folder), sample=True)
        rows = store.ask(document.everything)[1]["opportunity"]
        for row in rows[5:]:
            store.do(opportunity.delete_opportunity, row["id"])
        store.do(trash.empty_trash)
        store.do(opportunity.delete_opportunity, rows[0]["id"])
        store.do(settings.set_setting, "theme", "dark")
        store.scribble("review:somewhere:went_well", "half a thou")
        store.rebuild_entries()
        store.close()
        raw = dbapi2.connect(str(Path(folder) / FILE_NAME), isolation_level=None)
        raw.execute("INSERT INTO search(search) VALUES('optimize')")
        saved(SCHEMA).write_text("\n".join(text_of(raw)) + "\n", encoding="utf-8")
        saved(SCHEMA).chmod(0o644)
        raw.close()


if __name__ == "__main__":
    main()
