"""Owns how the Qt binding comes up: without its look into the source of whatever is imported after it."""

from __future__ import annotations

import builtins


def bring_up() -> None:
    """Import the binding, and leave importing as it was.

    It puts a hook in the place of `__import__`, which reads the source of every module that comes
    after it, the store's hundreds too, and keeps the lines in memory; all for spellings of Qt's
    names that this program does not use.
    """
    usual = builtins.__import__
    import PySide6.QtCore  # noqa: F401

    builtins.__import__ = usual
