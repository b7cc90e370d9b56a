"""Owns the small inputs: one of a list, a date, a time of day, a number. The wheel changes none of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time
from typing import NamedTuple

from PySide6.QtCore import (
    QDate,
    QEvent,
    QObject,
    QRect,
    QRectF,
    QSignalBlocker,
    Qt,
    QTime,
    Signal,
)
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QTextCharFormat, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCalendarWidget,
    QComboBox,
    QDateEdit,
    QSizePolicy,
    QSpinBox,
    QStyledItemDelegate,
    QWidget,
)

from interview_coach.ui.text import tr
from interview_coach.ui.theme import RADIUS, current
from interview_coach.ui.widgets.drawing import live, paint_box
from interview_coach.ui.widgets.time_typing import ClickSelects, TypedTimeEdit, WithinDate

# The style sheet cannot give these boxes a padding: Qt leaves it out beside own buttons.
_PADDING = 11
_ARRIVING = {
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.OtherFocusReason,
}
_NONE = QDate(1752, 9, 14)


class Option(NamedTuple):
    """One entry of a list: what it stands for, and its text."""

    value: object
    text: str


class ChoiceField(QComboBox):
    """One of a list of entries.

    Signals:
        value_changed(object): the person chose another entry.
        left(): the focus went elsewhere.
    """

    value_changed = Signal(object)
    left = Signal()

    def __init__(
        self,
        options: Sequence[Option | tuple[object, str]] = (),
        value: object = None,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._values: list[object] = []
        self._value: object = None
        self.setAccessibleName(name)
        # On Linux the name of a list is its current text, unless a label is its buddy (see Field).
        self.setAccessibleDescription(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setMinimumContentsLength(4)
        # Qt's own delegate of lists pays no heed to the style sheet's rows.
        self.setItemDelegate(QStyledItemDelegate(self))
        self.set_options(options, value)
        self.currentIndexChanged.connect(self._changed)
        live(self._retheme)

    @property
    def value(self) -> object:
        """What the chosen entry stands for; None without one."""
        return self._value

    def set_options(
        self, options: Sequence[Option | tuple[object, str]], value: object = None
    ) -> None:
        """Offer other entries, without a signal."""
        with QSignalBlocker(self):
            self.clear()
            self._values = [option[0] for option in options]
            self.addItems([option[1] for option in options])
        self.set_value(value)

    def set_value(self, value: object) -> None:
        """Choose an entry, without a signal; an unknown value chooses none."""
        with QSignalBlocker(self):
            place = self._values.index(value) if value in self._values else -1
            self.setCurrentIndex(place)
            self._value = value if place >= 0 else None
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the person went elsewhere; its own list is not elsewhere."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def _changed(self, place: int) -> None:
        value = self._values[place] if place >= 0 else None
        if value != self._value:
            self._value = value
            self.value_changed.emit(value)

    def _retheme(self) -> None:
        self.setFont(current().font("body"))


class NumberField(QSpinBox):
    """A whole number.

    Signals:
        value_changed(object): the person gave another number (int).
        left(): the focus went elsewhere.
    """

    value_changed = Signal(object)
    left = Signal()

    def __init__(
        self,
        value: int = 0,
        name: str = "",
        *,
        lowest: int = 0,
        highest: int = 999,
        step: int = 1,
        suffix: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setRange(lowest, highest)
        self.setSingleStep(step)
        self.setSuffix(suffix)
        self.setValue(value)
        _prepare(self, name)
        ClickSelects(self)
        self.valueChanged.connect(self._changed)

    def set_value(self, value: int) -> None:
        """Show another number, without a signal."""
        with QSignalBlocker(self):
            self.setValue(value)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the person went elsewhere."""
        super().focusOutEvent(event)
        self.left.emit()

    def _changed(self, value: int) -> None:
        self.value_changed.emit(value)


class TimeField(TypedTimeEdit):
    """A time of day, as the person's language writes it; it takes 9, 900, 0900 and 9:00.

    Signals:
        value_changed(object): the person gave another time (datetime.time).
        left(): the focus went elsewhere.
    """

    value_changed = Signal(object)
    left = Signal()

    def __init__(
        self, value: time | None = None, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        _prepare(self, name)
        self.set_value(value or time(9))
        self.userTimeChanged.connect(self._changed)

    @property
    def value(self) -> time:
        """The time of day, to the minute."""
        shown = self.time()
        return time(shown.hour(), shown.minute())

    def set_value(self, value: time) -> None:
        """Show another time, without a signal."""
        with QSignalBlocker(self):
            self.setTime(QTime(value.hour, value.minute))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the person went elsewhere."""
        super().focusOutEvent(event)
        self.left.emit()

    def _changed(self) -> None:
        self.value_changed.emit(self.value)


class DateField(WithinDate, QDateEdit):
    """A date with a calendar; with `optional` it can be none, and Delete takes it back.

    Signals:
        value_changed(object): the person gave another date (datetime.date), or took it back (None).
        left(): the focus went elsewhere; into its own calendar is not elsewhere.
    """

    value_changed = Signal(object)
    left = Signal()

    def __init__(
        self,
        value: date | None = None,
        name: str = "",
        *,
        optional: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._optional = optional
        self.setCalendarPopup(True)
        self.setMinimumDate(_NONE)
        if optional:
            self.setSpecialValueText(tr("No date"))
        _prepare(self, name)
        self.lineEdit().setTextMargins(0, 0, 0, 0)
        ClickSelects(self)
        self._calendar = Calendar()
        self.setCalendarWidget(self._calendar)
        self._calendar.installEventFilter(self)
        self.set_value(value)
        self.userDateChanged.connect(self._changed)

    @property
    def value(self) -> date | None:
        """The date, or None."""
        shown = self.date()
        if self._optional and shown == _NONE:
            return None
        return date(shown.year(), shown.month(), shown.day())

    def set_value(self, value: date | None) -> None:
        """Show another date, without a signal; None is today where there has to be one."""
        with QSignalBlocker(self):
            if value is None:
                self.setDate(_NONE if self._optional else QDate.currentDate())
            else:
                self.setDate(QDate(value.year, value.month, value.day))

    def clear_value(self) -> None:
        """Take the date back as the person would."""
        if self._optional and self.value is not None:
            self.set_value(None)
            self.value_changed.emit(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes the date back, where there need not be one."""
        if self._optional and event.key() == Qt.Key.Key_Delete:
            self.clear_value()
            return
        self._typing = True
        super().keyPressEvent(event)
        self._typing = False

    def stepBy(self, steps: int) -> None:
        """Start at today when there is no date yet."""
        if self.value is None:
            self.setDate(QDate.currentDate())
            return
        if self.currentSection() in {QDateEdit.Section.DaySection, QDateEdit.Section.NoSection}:
            # Qt's own steps stop at the ends of a week and of a month.
            tracking = self.keyboardTracking()
            # A step is a whole date, not one that is still being typed.
            self.setKeyboardTracking(True)
            self.setDate(self.date().addDays(steps))
            self.setKeyboardTracking(tracking)
            self.setSelectedSection(QDateEdit.Section.DaySection)
            return
        super().stepBy(steps)

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Tab goes on, and not through day, month and year: arrows left and right do."""
        return self.stays(self, forwards=forwards)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Typing changes the day of the month first: a weekday before it cannot be typed."""
        super().focusInEvent(event)
        if event.reason() in _ARRIVING and self.value is not None:
            self.setSelectedSection(QDateEdit.Section.DaySection)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the person went elsewhere."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the calendar at this month when there is no date yet."""
        if watched is self._calendar and event.type() == QEvent.Type.Show and self.value is None:
            today = QDate.currentDate()
            self._calendar.setCurrentPage(today.year(), today.month())
        return super().eventFilter(watched, event)

    def _changed(self) -> None:
        self.value_changed.emit(self.value)


class Calendar(QCalendarWidget):
    """A month of days, without Qt's red weekends; other months step back, and today is marked.

    Signals: those of QCalendarWidget.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        for year in self.findChildren(QSpinBox):
            year.setAccessibleName(tr("Year"))
        live(self._retheme)

    def paintCell(self, painter: QPainter, rect: QRect, day: QDate | date) -> None:
        """Paint a day; one of another month in the ink that steps back, today with a ring."""
        shown = day if isinstance(day, QDate) else QDate(day.year, day.month, day.day)
        colours = current().colours
        elsewhere = (shown.year(), shown.month()) != (self.yearShown(), self.monthShown())
        chosen = shown == self.selectedDate()
        box = QRectF(rect).adjusted(2.5, 1.5, -2.5, -1.5)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            paint_box(painter, box, RADIUS.check, fill=colours.accent)
        elif shown == QDate.currentDate():
            paint_box(painter, box, RADIUS.check, line=colours.accent, width=1.5)
        ink = colours.on_accent if chosen else colours.muted if elsewhere else colours.ink
        painter.setPen(QColor(ink))
        font = painter.font()
        font.setBold(shown == QDate.currentDate())
        painter.setFont(font)
        if elsewhere and not chosen:
            painter.setOpacity(0.6)
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), str(shown.day()))
        painter.restore()

    def _retheme(self) -> None:
        colours = current().colours
        plain, head = QTextCharFormat(), QTextCharFormat()
        plain.setForeground(QColor(colours.ink))
        head.setForeground(QColor(colours.muted))
        head.setBackground(QColor(colours.card))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.setWeekdayTextFormat(day, plain)
        self.setHeaderTextFormat(head)
        self.updateCells()


def calm_calendar(box: QDateEdit) -> None:
    """Give a date's box this calendar instead of Qt's own."""
    box.setCalendarWidget(Calendar())


def _prepare(box: QAbstractSpinBox, name: str) -> None:
    box.setAccessibleName(name)
    # A screen reader stops at the line inside, not at the box.
    box.lineEdit().setAccessibleName(name)
    box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    box.setCorrectionMode(QAbstractSpinBox.CorrectionMode.CorrectToNearestValue)
    box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    box.setFont(current().font("body"))
    box.lineEdit().setTextMargins(_PADDING, 0, 0, 0)
