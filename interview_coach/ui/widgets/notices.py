"""Owns what speaks up: the banner in a page, the toast over it, and the page that has nothing yet."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QEnterEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from interview_coach.ui.text import tr
from interview_coach.ui.theme import RADIUS, Ink, Tone, current
from interview_coach.ui.widgets.buttons import (
    FlatButton,
    IconButton,
    PaintedButton,
    PrimaryButton,
    QuietButton,
)
from interview_coach.ui.widgets.drawing import live, paint_box, start
from interview_coach.ui.widgets.icons import IconLabel
from interview_coach.ui.widgets.labels import Label

BannerTone = Literal["info", "attention", "bad"]
_BANNERS: dict[BannerTone, tuple[Tone, Ink, str]] = {
    "info": ("accent", "accent", "info"),
    "attention": ("attention", "attention", "triangle-alert"),
    "bad": ("bad", "bad", "triangle-alert"),
}
_TOAST_EDGE = 20
_TOAST_WIDEST = 560


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader say a text, without moving the focus."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


class Banner(QFrame):
    """A line at the top of something that concerns all of it.

    Signals:
        acted(): the person pressed its button.
        dismissed(): the person closed it; it is hidden already.
    """

    acted = Signal()
    dismissed = Signal()

    def __init__(
        self,
        text: str,
        tone: BannerTone = "info",
        *,
        action: str = "",
        dismissable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tone, ink, icon = _BANNERS[tone]
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 10, 8)
        row.setSpacing(10)
        self._icon = IconLabel(icon, ink, 18)
        self._text = Label("", "body", wrap=True)
        self._action = QuietButton(action)
        self._cross = IconButton("x", tr("Dismiss"))
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._text, 1)
        row.addWidget(self._action, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._cross, 0, Qt.AlignmentFlag.AlignVCenter)
        self._action.setVisible(bool(action))
        self._cross.setVisible(dismissable)
        self._action.clicked.connect(self.acted)
        self._cross.clicked.connect(self._dismiss)
        self.set_text(text)
        live(self.update)

    def set_text(self, text: str) -> None:
        """Say something else."""
        self._text.setText(text)
        self.setAccessibleName(text)

    def set_tone(self, tone: BannerTone) -> None:
        """Change its urgency."""
        self._tone, ink, icon = _BANNERS[tone]
        self._icon.set_icon(icon, ink)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the soft ground."""
        del event
        painter = QPainter(self)
        start(painter)
        colours = current().colours
        paint_box(painter, QRectF(self.rect()), RADIUS.card, fill=colours.ground(self._tone))

    def _dismiss(self) -> None:
        self.hide()
        self.dismissed.emit()


class Toast(QFrame):
    """A message at the bottom of a host widget that goes by itself, unless the person is at it.

    It never takes the focus; Tab reaches its button, and Esc on it closes it.

    Signals:
        acted(): the person pressed its button; it is hidden already.
        closed(): it went, pressed or not.
    """

    acted = Signal()
    closed = Signal()

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(10)
        self._text = Label("", "body", wrap=True)
        self._action = FlatButton("")
        self._cross = IconButton("x", tr("Dismiss"))
        row.addWidget(self._text, 1)
        row.addWidget(self._action, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._cross, 0, Qt.AlignmentFlag.AlignVCenter)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._time_is_up)
        self._action.clicked.connect(self._act)
        self._cross.clicked.connect(self.close_message)
        host.installEventFilter(self)
        self.hide()
        live(self.update)

    @property
    def action_button(self) -> PaintedButton:
        """The button, for tests and shortcuts."""
        return self._action

    def show_message(self, text: str, action: str = "", *, seconds: float = 8.0) -> None:
        """Show a message, and a button when there is something to do about it."""
        self._text.setText(text)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self.setAccessibleName(text)
        self.show()
        self._place()
        self.raise_()
        self._timer.start(round(seconds * 1000))
        announce(self, text)

    def close_message(self) -> None:
        """Take it away."""
        self._timer.stop()
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the bottom of the host."""
        if watched is self._host and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Wait while the mouse is there."""
        super().enterEvent(event)
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """Go on."""
        super().leaveEvent(event)
        self._timer.start(3000)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_message()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint its ground."""
        del event
        painter = QPainter(self)
        start(painter)
        colours = current().colours
        rect = QRectF(self.rect())
        paint_box(painter, rect, RADIUS.card, fill=colours.card, line=colours.control_line)

    def _time_is_up(self) -> None:
        focused = QApplication.focusWidget()
        at_it = focused is not None and self.isAncestorOf(focused)
        if self.underMouse() or at_it:
            self._timer.start(3000)
        else:
            self.close_message()

    def _act(self) -> None:
        self.close_message()
        self.acted.emit()

    def _place(self) -> None:
        widest = min(self._host.width() - 2 * _TOAST_EDGE, current().px(_TOAST_WIDEST))
        # The wrapped text's own hint is narrow; one line is better where there is room.
        one_line = self._text.fontMetrics().horizontalAdvance(self._text.text()) + 120
        if not self._action.isHidden():
            one_line += self._action.sizeHint().width()
        width = max(min(one_line, widest), 1)
        layout = self.layout()
        height = layout.totalHeightForWidth(width) if layout is not None else 0
        x = (self._host.width() - width) // 2
        self.setGeometry(x, self._host.height() - height - _TOAST_EDGE, width, height)


class EmptyState(QWidget):
    """What stands where there is nothing yet: an icon, a title, a sentence, and what to do.

    Signals:
        acted(): the person pressed its button.
    """

    acted = Signal()

    def __init__(
        self,
        icon: str,
        title: str,
        sentence: str = "",
        action: str = "",
        parent: QWidget | None = None,
        *,
        primary: bool = True,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 32, 24, 32)
        column.setSpacing(8)
        centre = Qt.AlignmentFlag.AlignHCenter
        self._title = Label(title, "heading", wrap=True)
        self._sentence = Label(sentence, "small", "muted", wrap=True)
        for label in (self._title, self._sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._action: PaintedButton = PrimaryButton(action) if primary else FlatButton(action)
        column.addStretch(1)
        column.addWidget(IconLabel(icon, "muted", 28), 0, centre)
        column.addWidget(self._title)
        column.addWidget(self._sentence)
        column.addSpacing(4)
        column.addWidget(self._action, 0, centre)
        column.addStretch(1)
        self._sentence.setVisible(bool(sentence))
        self._action.setVisible(bool(action))
        self._action.clicked.connect(self.acted)
        self.setAccessibleName(title)

    @property
    def action_button(self) -> PaintedButton:
        """The button."""
        return self._action

    def set_texts(self, title: str, sentence: str = "", action: str = "") -> None:
        """Say something else."""
        self._title.setText(title)
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self.setAccessibleName(title)
