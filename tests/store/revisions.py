"""A next revision that only tests know: what an upgrade of the schema will look like."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from interview_coach.store import migrating, opening

NOW_KNOWN = opening.SCHEMA
NEXT = NOW_KNOWN + 1
# A batch operation rebuilds the table that half of the others refer to, with cascades: the trap
# that deletes children when foreign keys are on.
REVISION = '''"""A revision for tests: a mood for each interview, and notes that may be missing."""

import sqlalchemy as sa
from alembic import op

revision = "NEXT"
down_revision = "NOW_KNOWN"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("interview", recreate="always") as batch:
        batch.add_column(sa.Column("mood", sa.Text, nullable=False, server_default="calm"))
        batch.alter_column("place", existing_type=sa.Text, nullable=True)
    with op.batch_alter_table("review", recreate="always") as batch:
        batch.add_column(sa.Column("weather", sa.Text, nullable=False, server_default=""))
    op.execute("UPDATE interview SET mood = 'brave' WHERE not_held")
'''
# What a careless revision would do.
LOSES_ROWS = "\n    op.execute('DELETE FROM signal')\n"
BREAKS_REFERENCES = "\n    op.execute(\"UPDATE asked SET review_id = 'nobody'\")\n"
LOSES_THE_INDEX = "\n    op.execute(\"INSERT INTO search(search) VALUES('delete-all')\")\n"


def with_next_revision(monkeypatch: pytest.MonkeyPatch, folder: Path, more: str = "") -> Path:
    """Let the program of this test know one revision more; the folder of its scripts."""
    scripts = folder / "migrations"
    shutil.copytree(migrating.SCRIPTS, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    text = (REVISION + more).replace("NOW_KNOWN", str(NOW_KNOWN)).replace("NEXT", str(NEXT))
    (scripts / "versions" / f"{NEXT:04d}_for_tests.py").write_text(text, encoding="utf-8")
    monkeypatch.setattr(migrating, "SCRIPTS", scripts)
    monkeypatch.setattr(opening, "SCHEMA", NEXT)
    return scripts
