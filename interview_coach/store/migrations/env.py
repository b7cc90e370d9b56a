"""Alembic asks for this file; migrations run in process through `migrating.migrate`."""

from __future__ import annotations

from alembic import context

context.run_migrations()
