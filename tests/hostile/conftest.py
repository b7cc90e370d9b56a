"""What tests with hostile texts share: a voice that remembers what was said."""

from __future__ import annotations

from tests.ui.conftest import voice

__all__ = ["voice"]
