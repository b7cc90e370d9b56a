"""Revision 3: earlier versions of long texts, and what unsaved typing began with."""

from __future__ import annotations

from alembic import op

revision = "3"
down_revision = "2"
branch_labels = None
depends_on = None

STATEMENTS = (
    """
CREATE TABLE version (
    id TEXT NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    trashed_at TEXT,
    trash_batch TEXT,
    owner_id TEXT NOT NULL,
    field TEXT NOT NULL,
    text TEXT NOT NULL,
    CONSTRAINT pk_version PRIMARY KEY (id)
)
    """,
    "CREATE INDEX ix_version_owner_id_field ON version (owner_id, field)",
    # Made anew: a column that is added stands behind the constraints, unlike in a new store.
    """
CREATE TABLE scratch_new (
    field TEXT NOT NULL,
    text TEXT NOT NULL,
    saved_at TEXT NOT NULL,
    base TEXT,
    CONSTRAINT pk_scratch PRIMARY KEY (field)
)
    """,
    "INSERT INTO scratch_new(field, text, saved_at) SELECT field, text, saved_at FROM scratch",
    "DROP TABLE scratch",
    "ALTER TABLE scratch_new RENAME TO scratch",
)


def upgrade() -> None:
    """Make the table, and give scratch its column."""
    for statement in STATEMENTS:
        op.execute(statement)
