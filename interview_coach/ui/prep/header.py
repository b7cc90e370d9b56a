"""Owns the head of the checklist's card: how far it is, the filter by section, and adding."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from interview_coach.domain.kinds import Section
from interview_coach.domain.prep import PrepItem, progress
from interview_coach.ui import words
from interview_coach.ui.prep.groups import GROUPS
from interview_coach.ui.prep.row import GUTTER
from interview_coach.ui.text import tr
from interview_coach.ui.theme import icon
from interview_coach.ui.widgets import (
    Bar,
    FilterChips,
    FilterOption,
    FlatButton,
    Label,
    small,
)


class PrepHeader(QWidget):
    """Progress, filter, and what can be added.

    Signals:
        filtered(object): show this section, or all (None).
        add_wanted(object): add to this group.
        template_wanted(): add from a template.
        earlier_wanted(): copy from an earlier interview.
        library_wanted(): take from the library.
        short_wanted(bool): show what matters in thirty minutes, or everything again.
    """

    filtered = Signal(object)
    add_wanted = Signal(object)
    template_wanted = Signal()
    earlier_wanted = Signal()
    library_wanted = Signal()
    short_wanted = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(GUTTER, 0, GUTTER, 0)
        column.setSpacing(9)
        row = QHBoxLayout()
        row.setSpacing(12)
        self._count = small(wrap=False)
        self._bar = Bar(0, 0, tr("How far you are prepared"))
        self.short = FlatButton(tr("Short on time"), "timer")
        self.short.setCheckable(True)
        self.short.setToolTip(tr("What matters if thirty minutes are left (T)"))
        self.short.toggled.connect(self.short_wanted)
        self.add = FlatButton(tr("Add"), "plus")
        self.add.setToolTip(tr("Add to a section (Ctrl+Shift+N)"))
        self.add.clicked.connect(self.open_menu)
        row.addWidget(Label(tr("Prepare"), "heading"))
        row.addWidget(self._count)
        row.addWidget(self._bar, 1)
        row.addWidget(self.short)
        row.addSpacing(-6)
        row.addWidget(self.add)
        column.addLayout(row)
        self.chips = FilterChips(self._options(()), None, tr("Section"))
        self.chips.value_changed.connect(self.filtered)
        column.addWidget(self.chips)

    def show_items(self, items: Sequence[PrepItem]) -> None:
        """Count what is done."""
        whole = progress(items)
        self._count.setText(tr("{done} of {planned}", done=whole.done, planned=whole.planned))
        self._bar.set_share(whole.done, whole.planned)
        self.short.setEnabled(bool(items))
        # The chips' texts are changed in place: new chips would take the focus away.
        for chip, option in zip(self.chips.choices, self._options(items), strict=True):
            text = f"{option.text} {option.tally}" if option.tally else option.text
            if chip.plain != text:
                chip.plain = text
                chip.setText(text.replace("&", "&&"))
                chip.updateGeometry()
                chip.update()

    def set_filter(self, section: Section | None) -> None:
        """Show which filter is on, without a signal."""
        self.chips.set_value(section)

    def set_short(self, on: bool) -> None:
        """Show whether only what matters is shown."""
        self.chips.setVisible(not on)
        self.add.setVisible(not on)
        self.short.setText(tr("Show everything") if on else tr("Short on time"))
        self.short.set_icon("list-checks" if on else "timer")
        if self.short.isChecked() != on:
            self.short.setChecked(on)

    def offer_short(self, offered: bool) -> None:
        """Offer what matters in thirty minutes, or not."""
        self.short.setVisible(offered)

    def open_menu(self) -> None:
        """Offer the sections and the other ways to add."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for group in GROUPS:
            title = words.section_title(group.section, group.about)
            action = menu.addAction(icon(group.icon), title)
            action.setData(group)
        menu.addSeparator()
        template = menu.addAction(icon("clipboard-list"), tr("From a template…"))
        template.triggered.connect(self.template_wanted)
        earlier = menu.addAction(icon("copy"), tr("From another interview…"))
        earlier.triggered.connect(self.earlier_wanted)
        kept = menu.addAction(icon("library"), tr("From the library…"))
        kept.triggered.connect(self.library_wanted)
        menu.triggered.connect(self._chose)
        menu.popup(self.add.mapToGlobal(QPoint(0, self.add.height())))
        menu.setFocus(Qt.FocusReason.PopupFocusReason)

    def _chose(self, action: object) -> None:
        group = action.data()  # type: ignore[attr-defined]
        if group is not None:
            self.add_wanted.emit(group)

    def _options(self, items: Sequence[PrepItem]) -> list[FilterOption]:
        options = [FilterOption(None, tr("All"))]
        for section in Section:
            part = progress(items, section)
            tally = f"{part.done}/{part.planned}"
            options.append(FilterOption(section, words.section_brief(section), tally))
        return options
