"""Owns typing a time of day: what is typed replaces what is selected, and nothing of it gets lost.

Qt's own box takes a key only where the text stays a time, and leaves at a ':' after the minutes.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTime
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractSpinBox, QDateTimeEdit, QSpinBox, QTimeEdit, QWidget

_HOUR = QDateTimeEdit.Section.HourSection
_MINUTE = QDateTimeEdit.Section.MinuteSection
_HALF_OF_DAY = QDateTimeEdit.Section.AmPmSection
_NOON = 12
_HOURS = 24
_MINUTES = 60
_PAIR = 2
_MOST = 4
_BETWEEN = ":.h "


class TypedTimeEdit(QTimeEdit):
    """A time of day that takes 9, 900, 0900 and 9:00, and with it a or p.

    Signals: those of QTimeEdit.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._typed = ""
        self._into = _HOUR
        self._whole = False
        self._before = QTime()
        self.lineEdit().installEventFilter(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take digits, what stands between them, and the half of the day; the rest is Qt's."""
        text, plain = event.text(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain not in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier}:
            text = ""
        if text.isdecimal() and text.isascii():
            self._digit(text)
        elif text and text in _BETWEEN:
            self._between()
        elif text and text in "aApPmM":
            self._half(text.lower())
        elif event.key() == Qt.Key.Key_Backspace and self._typed:
            self._take_back()
        else:
            self._typed = ""
            super().keyPressEvent(event)
            if event.matches(QKeySequence.StandardKey.SelectAll):
                self.selectAll()

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Tab goes on, and not through hour and minute: arrows left and right do."""
        return QWidget.focusNextPrevChild(self, forwards)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin anew."""
        self._typed = ""
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What has been typed stands."""
        self._typed = ""
        super().focusOutEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Select what a click means: the part under it, or all of it beside the text."""
        if event.type() == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            line = self.lineEdit()
            self._typed = ""
            if event.button() == Qt.MouseButton.LeftButton and not line.hasSelectedText():
                if line.cursorPosition() >= len(line.text()):
                    self.selectAll()
                else:
                    self.setSelectedSection(self.currentSection())
        return super().eventFilter(watched, event)

    # --- what is typed --------------------------------------------------------------------------

    def _digit(self, digit: str) -> None:
        if not self._typed:
            self._begin()
        if self._show(self._typed + digit):
            return
        # No time goes on like that: the digit begins another one.
        self._typed = ""
        self._begin()
        self._show(digit)

    def _between(self) -> None:
        # Where no digit stands before it, it means nothing, and never the next field.
        if self._typed.isdecimal() and len(self._typed) <= _PAIR:
            self._show(self._typed + ":")

    def _half(self, letter: str) -> None:
        if letter == "m" or _HALF_OF_DAY not in self._parts():
            return
        shown = self.time()
        hour = shown.hour() % _NOON + (_NOON if letter == "p" else 0)
        self._typed = ""
        self.setTime(QTime(hour, shown.minute()))
        self.setSelectedSection(_HALF_OF_DAY)

    def _take_back(self) -> None:
        left = self._typed[:-1]
        if not left or not self._show(left):
            self._typed = ""
            self.setTime(self._before)
            self._select(self._into)

    def _begin(self) -> None:
        line = self.lineEdit()
        self._before = self.time()
        self._whole = len(line.selectedText()) >= len(line.text())
        here = self.currentSection()
        self._into = _MINUTE if here == _MINUTE and not self._whole else _HOUR

    def _show(self, typed: str) -> bool:
        """Show the time that has been typed so far; whether it is the beginning of one."""
        minute_only = self._into == _MINUTE and typed.isdecimal() and len(typed) <= _PAIR
        if minute_only:
            found = (self._before.hour(), int(typed)) if int(typed) < _MINUTES else None
        else:
            kept = 0 if self._whole else self._before.minute()
            found = _time_in(typed, kept)
            if found is not None:
                found = (self._meant(typed, found[0]), found[1])
        if found is None:
            return False
        self._typed = typed
        self.setTime(QTime(*found))
        digits = typed.replace(":", "")
        hour_done = ":" in typed or len(digits) >= _PAIR or int(digits) * 10 >= _HOURS
        self._select(_MINUTE if minute_only or hour_done else _HOUR)
        return True

    def _meant(self, typed: str, hour: int) -> int:
        """The hour of the day: twelve hours keep their half where only a part is typed anew."""
        halves = _HALF_OF_DAY in self._parts()
        if not halves or typed.startswith("0") or self._whole or not 0 < hour <= _NOON:
            return hour
        return hour % _NOON + (_NOON if self._before.hour() >= _NOON else 0)

    def _parts(self) -> set[QDateTimeEdit.Section]:
        return {self.sectionAt(place) for place in range(self.sectionCount())}

    def _select(self, part: QDateTimeEdit.Section) -> None:
        self.setSelectedSection(part)


def _time_in(typed: str, kept: int) -> tuple[int, int] | None:
    """Read hour and minute of what has been typed so far: 9, 93, 930, 0930, 9:3, 9:30.

    A minute that has not been typed yet is `kept`; of one with one digit that is its tens.
    """
    if ":" in typed:
        first, _, rest = typed.partition(":")
    elif len(typed) > _MOST:
        return None
    elif len(typed) <= _PAIR:
        first, rest = (typed, "") if int(typed) < _HOURS else (typed[0], typed[1])
    else:
        first, rest = typed[:-2], typed[-2:]
        if int(rest) >= _MINUTES:
            first, rest = typed[:2], typed[2:]
    if len(rest) > _PAIR:
        return None
    minute = kept if not rest else int(rest) * (10 if len(rest) == 1 else 1)
    hour = int(first)
    return (hour, minute) if hour < _HOURS and minute < _MINUTES else None


class ClickSelects(QObject):
    """Selects a number when a click brings the focus, so that typing replaces it.

    A click into its unit selects it too: nothing can be typed there. Of a date it is the part.
    Signals: none of its own.
    """

    def __init__(self, box: QSpinBox | QDateTimeEdit) -> None:
        super().__init__(box)
        self._box = box
        self._came = False
        box.installEventFilter(self)
        box.lineEdit().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow focus and clicks."""
        if isinstance(event, QFocusEvent) and event.gotFocus() and watched is self._box:
            self._came = event.reason() == Qt.FocusReason.MouseFocusReason
        elif event.type() == QEvent.Type.MouseButtonRelease and watched is not self._box:
            line, box = self._box.lineEdit(), self._box
            dragged = line.hasSelectedText()
            if isinstance(box, QDateTimeEdit):
                if not dragged:
                    box.setSelectedSection(box.currentSection())
            elif not dragged:
                end = len(line.text()) - len(box.suffix())
                if self._came or line.cursorPosition() >= end:
                    box.selectAll()
            self._came = False
        return super().eventFilter(watched, event)


class WithinDate:
    """What keeps a separator that is typed within a date from leaving it.

    A class that uses it calls `typed` around Qt's own key press.
    """

    _typing = False

    def stays(self, box: QAbstractSpinBox, *, forwards: bool) -> bool:
        """Go on from part to part for a separator; Tab goes to the next field."""
        if not self._typing:
            return QWidget.focusNextPrevChild(box, forwards)
        if isinstance(box, QDateTimeEdit):
            if box.lineEdit().selectedText() == box.sectionText(box.currentSection()):
                # A part that is full has gone on by itself already.
                return True
            place = box.currentSectionIndex() + (1 if forwards else -1)
            if 0 <= place < box.sectionCount():
                box.setSelectedSection(box.sectionAt(place))
        return True
