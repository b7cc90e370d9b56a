"""Owns the box in which a time zone is looked for by any part of its name."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QSizePolicy, QWidget

from interview_coach.domain.zones import zone_names
from interview_coach.ui.desk import local_zone
from interview_coach.ui.text import tr


def shown(zone: str) -> str:
    """A zone's name as one would type it: America/New York."""
    return zone.replace("_", " ")


def city(zone: str) -> str:
    """The place that a zone is named after: New York."""
    return shown(zone.rsplit("/", maxsplit=1)[-1])


@cache
def _by_text() -> dict[str, str]:
    return {shown(zone).casefold(): zone for zone in zone_names()}


def zone_of(text: str) -> str:
    """The zone that is meant by a text, or the text: a full name, or the only place of that name.

    >>> zone_of("europe/berlin"), zone_of("new york"), zone_of("Atlantis")
    ('Europe/Berlin', 'America/New_York', 'Atlantis')
    """
    wanted = " ".join(text.replace("_", " ").split()).casefold()
    known = _by_text()
    if wanted in known:
        return known[wanted]
    places = [zone for name, zone in known.items() if name.rsplit("/", 1)[-1] == wanted]
    return places[0] if wanted and len(places) == 1 else text.strip()


class ZoneBox(QComboBox):
    """All time zones, the person's own first; typing any part of a name offers what holds it.

    Signals: those of QComboBox, and
        edited(): the person typed or chose.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        own = shown(local_zone())
        names = [shown(zone) for zone in zone_names()]
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMaxVisibleItems(12)
        self.addItems([own, *names])
        self.insertSeparator(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumContentsLength(12)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        completer = QCompleter(names, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setCompleter(completer)
        line = self.lineEdit()
        if line is not None:
            line.setAccessibleName(tr("Time zone"))
            line.editingFinished.connect(self._settle)
        self.currentTextChanged.connect(self._changed)

    @property
    def zone(self) -> str:
        """The zone that is chosen, or the text that names none."""
        return zone_of(self.currentText())

    def set_zone(self, zone: str) -> None:
        """Choose a zone without a signal."""
        blocker = QSignalBlocker(self)
        index = self.findText(shown(zone))
        self.setCurrentIndex(index)
        self.setEditText(shown(zone))
        line = self.lineEdit()
        if line is not None:
            line.setCursorPosition(0)
        blocker.unblock()

    def _settle(self) -> None:
        found = shown(self.zone)
        if found != self.currentText():
            self.set_zone(found)
            self.edited.emit()

    def _changed(self) -> None:
        self.edited.emit()
