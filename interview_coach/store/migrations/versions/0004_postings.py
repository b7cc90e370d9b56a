"""Revision 4: where a job is and when its posting ends, and which rows of tables were imported."""

from __future__ import annotations

from alembic import op

revision = "4"
down_revision = "3"
branch_labels = None
depends_on = None

_OLD = (
    "id, created_at, changed_at, trashed_at, trash_batch, company_id, title, posting_text, "
    "posting_url, found_at, pay, sent, sent_on, notes, archived_at"
)
STATEMENTS = (
    # Made anew: a column that is added stands behind the constraints, unlike in a new store.
    """
CREATE TABLE opportunity_new (
    id TEXT NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    trashed_at TEXT,
    trash_batch TEXT,
    company_id TEXT NOT NULL,
    title TEXT NOT NULL,
    posting_text TEXT NOT NULL,
    posting_url TEXT NOT NULL,
    posting_key TEXT NOT NULL,
    posted_on DATE,
    closes_on DATE,
    found_at TEXT NOT NULL,
    place TEXT NOT NULL,
    pay TEXT NOT NULL,
    sent TEXT NOT NULL,
    sent_on DATE,
    notes TEXT NOT NULL,
    archived_at TEXT,
    CONSTRAINT pk_opportunity PRIMARY KEY (id),
    CONSTRAINT fk_opportunity_company_id_company FOREIGN KEY(company_id) REFERENCES company (id) ON DELETE CASCADE
)
    """,
    f"INSERT INTO opportunity_new({_OLD}, posting_key, place) SELECT {_OLD}, '', '' FROM opportunity",
    "DROP TABLE opportunity",
    "ALTER TABLE opportunity_new RENAME TO opportunity",
    "CREATE INDEX ix_opportunity_company_id ON opportunity (company_id)",
    "CREATE INDEX ix_opportunity_posting_key ON opportunity (posting_key)",
    """
CREATE TABLE imported (
    id TEXT NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    trashed_at TEXT,
    trash_batch TEXT,
    opportunity_id TEXT NOT NULL,
    row_key TEXT NOT NULL,
    CONSTRAINT pk_imported PRIMARY KEY (id),
    CONSTRAINT fk_imported_opportunity_id_opportunity FOREIGN KEY(opportunity_id) REFERENCES opportunity (id) ON DELETE CASCADE
)
    """,
    "CREATE INDEX ix_imported_opportunity_id ON imported (opportunity_id)",
    "CREATE INDEX ix_imported_row_key ON imported (row_key)",
)


def upgrade() -> None:
    """Make the columns, the table and the indexes; note how known addresses compare."""
    for statement in STATEMENTS:
        op.execute(statement.strip())
    connection = op.get_bind()
    rows = connection.exec_driver_sql(
        "SELECT id, posting_url FROM opportunity WHERE posting_url <> ''"
    ).all()
    for key, url in rows:
        connection.exec_driver_sql(
            "UPDATE opportunity SET posting_key = ? WHERE id = ?", (_compared(url), key)
        )


def _compared(url: str) -> str:
    """How addresses were compared when this was written: without scheme, www. and last slash."""
    bare = url.split("#", maxsplit=1)[0].split("://", maxsplit=1)[-1]
    host, slash, path = bare.partition("/")
    return f"{host.casefold().removeprefix('www.')}{slash}{path}".rstrip("/")
