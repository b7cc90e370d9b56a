"""The navigator: how features reach each other without knowing each other."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from interview_coach.domain.changes import Place


class Navigator(QObject):
    """Asks the window to open something.

    Kinds: "today", "interviews", "timeline", "reasons", "settings" (pages without an id); "library" (id of what to
    show there, the name of a shelf, or ""); "interview" (id, and
    step "prepare", "interview", "review" or "outcome", or "" for the one that fits now);
    "opportunity" (id); "new_interview" (id of an opportunity for its next round, or "");
    "edit_interview" (id); "new_opportunity"; "posting" (a text to read, or ""); "cue_card" and
    "brief" (id of an interview, or "" for the one that fits now); "quick_note" and "thanks" (the same); "save_calendar" (id of an
    interview, or "" for all).

    Signals:
        wanted(Place): open this.
    """

    wanted = Signal(object)

    def open(self, kind: str, key: str = "", step: str = "") -> None:
        """Open something by its kind and id."""
        self.wanted.emit(Place(kind, key, step))
