"""Owns the layout that sets widgets in lines like words and wraps them."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget
from shiboken6 import isValid

from interview_coach.ui.widgets.drawing import placed


class FlowLayout(QLayout):
    """Lines of widgets, wrapped where the width ends, from the side where text starts."""

    def __init__(
        self, parent: QWidget | None = None, *, spacing: int = 6, line_spacing: int | None = None
    ) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        # Beside its item each, as that cannot say whether its widget is still there.
        self._widgets: list[QWidget | None] = []
        self._line_spacing = spacing if line_spacing is None else line_spacing
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Take another item at the end."""
        self._items.append(item)
        self._widgets.append(item.widget())

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item; Qt asks until there is none."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give an item up."""
        if not 0 <= index < len(self._items):
            return None
        del self._widgets[index]
        return self._items.pop(index)

    def clear(self) -> None:
        """Give up and delete all widgets."""
        self.cut(0)

    def cut(self, count: int) -> None:
        """Give up and delete all widgets after the first `count`."""
        while len(self._items) > count:
            self._items.pop()
            widget = self._widgets.pop()
            if widget is not None and isValid(widget):
                widget.setParent(None)
                widget.deleteLater()

    def expandingDirections(self) -> Qt.Orientation:
        """It takes what it needs and no more."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Narrow means more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines at a width."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Set the widgets in their lines."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """All on one line, when there is room."""
        shown = self._shown()
        width = sum(item.sizeHint().width() for item in shown)
        width += self.spacing() * max(len(shown) - 1, 0)
        height = max((item.sizeHint().height() for item in shown), default=0)
        return self._with_margins(QSize(width, height))

    def minimumSize(self) -> QSize:
        """The largest item must fit."""
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return self._with_margins(size)

    def _shown(self) -> list[QLayoutItem]:
        """What takes room. An item whose widget has gone without a word is not even looked at."""
        pairs = zip(self._items, self._widgets, strict=True)
        there = [item for item, widget in pairs if widget is None or isValid(widget)]
        return [item for item in there if not item.isEmpty()]

    def _with_margins(self, size: QSize) -> QSize:
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _place(self, rect: QRect, *, move: bool) -> int:
        margins = self.contentsMargins()
        area = rect.marginsRemoved(margins)
        widget = self.parentWidget()
        direction = widget.layoutDirection() if widget else Qt.LayoutDirection.LeftToRight
        x, y = area.left(), area.top()
        line: list[tuple[QLayoutItem, QRect]] = []

        def finish() -> int:
            height = max((box.height() for _, box in line), default=0)
            for item, box in line if move else []:
                box.translate(0, (height - box.height()) // 2)
                item.setGeometry(placed(direction, area, box))
            line.clear()
            return height

        for item in self._shown():
            hint = item.sizeHint()
            size = QSize(min(hint.width(), max(area.width(), 1)), hint.height())
            if line and x + size.width() > area.right() + 1:
                y += finish() + self._line_spacing
                x = area.left()
            line.append((item, QRect(QPoint(x, y), size)))
            x += size.width() + self.spacing()
        y += finish()
        return y - rect.top() + margins.bottom()
