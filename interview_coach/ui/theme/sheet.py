"""Owns the style sheet of Qt's standard controls; the program's own widgets paint themselves.

Fonts are not set here: a style sheet cannot reach the weights between a variable font's named ones.

`QPushButton.QPushButton` is what `.QPushButton` says, that class and nothing made from it; but a rule
that begins with a class is only looked at for such widgets, and one that begins with a dot for every
widget there is: a noticeable part of the start.
"""

from __future__ import annotations

from string import Template

from interview_coach.shipped import folder
from interview_coach.ui.theme.tokens import RADIUS, SPACE, Colours

_FIELDS = """
QLineEdit, QAbstractSpinBox, QComboBox, QPlainTextEdit, QTextEdit {
    background: $card; color: $ink; border: 1px solid $control_line; border-radius: ${r}px;
    padding: 0 11px; selection-background-color: $accent; selection-color: $on_accent;
    placeholder-text-color: $muted;
}
QLineEdit { min-height: ${h_input}px; }
QLineEdit[look="search"] { min-height: ${h}px; }
QAbstractSpinBox, QComboBox { min-height: ${h}px; max-height: ${h}px; }
QPlainTextEdit, QTextEdit { padding: 5px 7px; }
QLineEdit:focus, QAbstractSpinBox:focus, QComboBox:focus, QComboBox:on {
    border: 2px solid $accent; padding: 0 10px;
}
QLineEdit:focus { min-height: ${h_input_focus}px; }
QLineEdit[look="search"]:focus { min-height: ${h_focus}px; }
QAbstractSpinBox:focus, QComboBox:focus, QComboBox:on {
    min-height: ${h_focus}px; max-height: ${h_focus}px;
}
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $accent; padding: 4px 6px; }
QLineEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled, QPlainTextEdit:disabled,
QTextEdit:disabled { background: $page; color: $muted; border-color: $line; }
QLineEdit:read-only, QPlainTextEdit:read-only, QTextEdit:read-only { border-color: $line; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QComboBox[wrong="true"],
QAbstractSpinBox[wrong="true"] { border-color: $bad; }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit {
    border: none; padding: 0; background: transparent; min-height: 0;
}
QSpinBox QLineEdit, QDoubleSpinBox QLineEdit, QTimeEdit QLineEdit { padding: 0 9px; }
QComboBox { combobox-popup: 0; padding-right: 28px; }
QComboBox:focus, QComboBox:on { padding-right: 27px; }
QComboBox::drop-down, QDateTimeEdit::drop-down {
    subcontrol-origin: padding; subcontrol-position: center right; border: none; width: 28px;
}
QAbstractSpinBox { padding-right: 26px; }
QAbstractSpinBox:focus { padding-right: 25px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {
    subcontrol-origin: border; border: none; background: transparent; width: 24px;
    margin: 2px 3px; border-radius: 4px;
}
QAbstractSpinBox::up-button { subcontrol-position: top right; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; }
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover { background: $track; }
QAbstractSpinBox::up-arrow {
    image: url("$art/chevron-up-$name.svg"); width: 12px; height: 12px;
}
QAbstractSpinBox::down-arrow {
    image: url("$art/chevron-down-$name.svg"); width: 12px; height: 12px;
}
QComboBox::down-arrow, QDateTimeEdit::down-arrow {
    image: url("$art/chevron-down-$name.svg"); width: 16px; height: 16px;
}
QTimeEdit::down-arrow { width: 12px; height: 12px; }
QComboBox QAbstractItemView::item { min-height: 30px; padding: 0 8px; }
QComboBox QAbstractItemView::item:selected {
    background: $accent_soft; color: $ink; border-radius: 6px;
}
QComboBox QAbstractItemView {
    background: $card; border: 1px solid $line; padding: 4px; outline: 0;
    selection-background-color: $accent_soft; selection-color: $ink;
}
"""

_BUTTONS = """
QPushButton.QPushButton {
    background: $card; color: $ink; border: 1px solid $line; border-radius: ${r}px;
    padding: 0 14px; min-height: ${h}px;
}
QPushButton.QPushButton:hover { background: $page; border-color: $control_line; }
QPushButton.QPushButton:pressed, QPushButton.QPushButton:checked { background: $track; }
QPushButton.QPushButton:default, QPushButton.QPushButton[primary="true"] {
    background: $accent; color: $on_accent; border-color: $accent;
}
QPushButton.QPushButton:focus {
    border: 2px solid $accent; padding: 0 13px; min-height: ${h_focus}px;
}
QPushButton.QPushButton:default:focus, QPushButton.QPushButton[primary="true"]:focus {
    border: 2px solid $ink;
}
QPushButton.QPushButton:disabled { background: $page; color: $muted; border-color: $line; }
QToolButton.QToolButton {
    background: transparent; color: $ink; border: 1px solid transparent; border-radius: ${r}px;
    padding: 5px;
}
QToolButton.QToolButton:hover, QToolButton.QToolButton:pressed, QToolButton.QToolButton:checked {
    background: $track;
}
QToolButton.QToolButton:focus { border: 2px solid $accent; padding: 4px; }
QCheckBox.QCheckBox, QRadioButton.QRadioButton {
    spacing: 9px; border: 2px solid transparent; border-radius: 7px; padding: 2px; color: $ink;
}
QCheckBox.QCheckBox:focus, QRadioButton.QRadioButton:focus { border-color: $accent; }
QCheckBox.QCheckBox:disabled, QRadioButton.QRadioButton:disabled { color: $muted; }
QCheckBox.QCheckBox::indicator, QAbstractItemView.QAbstractItemView::indicator,
QGroupBox.QGroupBox::indicator {
    width: 16px; height: 16px; border: 1px solid $control_line;
    border-radius: ${r_check}px; background: $card;
}
QCheckBox.QCheckBox::indicator:checked, QAbstractItemView.QAbstractItemView::indicator:checked {
    background: $accent; border-color: $accent; image: url("$art/tick-$name.svg");
}
QCheckBox.QCheckBox::indicator:indeterminate,
QAbstractItemView.QAbstractItemView::indicator:indeterminate {
    background: $accent; border-color: $accent; image: url("$art/dash-$name.svg");
}
QCheckBox.QCheckBox::indicator:disabled { background: $track; border-color: $line; }
QRadioButton.QRadioButton::indicator {
    width: 16px; height: 16px; border: 1px solid $control_line; border-radius: 9px;
    background: $card;
}
QRadioButton.QRadioButton::indicator:checked {
    width: 8px; height: 8px; border: 5px solid $accent; border-radius: 9px; background: $on_accent;
}
QRadioButton.QRadioButton::indicator:disabled { background: $track; border-color: $line; }
"""

_MENUS = """
QMenuBar { background: $page; color: $ink; border-bottom: 1px solid $line; padding: 2px 8px; }
QMenuBar::item { background: transparent; padding: 5px 10px; border-radius: 6px; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: $track; }
QMenu { background: $card; color: $ink; border: 1px solid $line; padding: 6px; }
QMenu::item { padding: 7px 26px 7px 12px; border-radius: 6px; border: 1px solid transparent; }
QMenu::item:selected { background: $accent_soft; border-color: $accent; }
QMenu::item:disabled { color: $muted; background: transparent; border-color: transparent; }
QMenu::separator { height: 1px; background: $line; margin: 6px 8px; }
QMenu::icon { padding-left: 10px; }
QMenu::indicator {
    width: 14px; height: 14px; margin-left: 8px; border: 1px solid $control_line;
    border-radius: 4px; background: $card;
}
QMenu::indicator:checked {
    background: $accent; border-color: $accent; image: url("$art/tick-$name.svg");
}
QMenu::right-arrow { image: url("$art/chevron-right-$name.svg"); width: 14px; height: 14px; }
QToolTip { background: $card; color: $ink; border: 1px solid $control_line; padding: 5px 8px; }
"""

_VIEWS = """
QAbstractItemView {
    background: $card; color: $ink; alternate-background-color: $page; outline: 0;
    selection-background-color: $accent_soft; selection-color: $ink;
}
QTableView.QTableView, QListView.QListView, QTreeView.QTreeView, QTableWidget.QTableWidget,
QListWidget.QListWidget, QTreeWidget.QTreeWidget {
    border: 1px solid $line; border-radius: ${r}px; padding: 2px; gridline-color: $line;
}
QTableView.QTableView:focus, QListView.QListView:focus, QTreeView.QTreeView:focus,
QTableWidget.QTableWidget:focus, QListWidget.QListWidget:focus,
QTreeWidget.QTreeWidget:focus { border: 2px solid $accent; padding: 1px; }
QListView.QListView::item, QTreeView.QTreeView::item, QListWidget.QListWidget::item,
QTreeWidget.QTreeWidget::item {
    padding: 6px 8px; border-radius: 6px;
}
QListView.QListView::item:hover, QTreeView.QTreeView::item:hover,
QListWidget.QListWidget::item:hover { background: $page; }
QListView.QListView::item:selected, QTreeView.QTreeView::item:selected,
QTableView.QTableView::item:selected,
QListWidget.QListWidget::item:selected, QTreeWidget.QTreeWidget::item:selected,
QTableWidget.QTableWidget::item:selected {
    background: $accent_soft; color: $ink;
}
QHeaderView { background: $card; border: none; }
QHeaderView::section {
    background: $card; color: $muted; border: none; border-bottom: 1px solid $line;
    padding: 6px 8px;
}
QTableCornerButton::section { background: $card; border: none; }
QScrollBar:vertical { background: transparent; width: 11px; margin: 0; border: none; }
QScrollBar:horizontal { background: transparent; height: 11px; margin: 0; border: none; }
QScrollBar::handle { background: $control_line; border-radius: 3px; }
QScrollBar::handle:vertical { min-height: 32px; margin: 2px 3px 2px 2px; }
QScrollBar::handle:horizontal { min-width: 32px; margin: 2px 2px 3px 2px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QTabWidget::pane { border: 1px solid $line; border-radius: ${r}px; top: -1px; background: $card; }
QTabBar { qproperty-drawBase: 0; }
QTabBar::tab {
    background: transparent; color: $muted; padding: 7px 12px; margin-right: 2px;
    border: 2px solid transparent; border-radius: ${r}px;
}
QTabBar::tab:hover { background: $track; }
QTabBar::tab:selected { color: $accent; background: $accent_soft; }
QTabBar:focus::tab:selected, QTabBar::tab:selected:focus { border-color: $accent; }
QTabBar::tab:disabled { color: $control_line; }
QSplitter::handle { background: $line; }
QSplitter::handle:horizontal { width: 1px; margin: 0 4px; }
QSplitter::handle:vertical { height: 1px; margin: 4px 0; }
QSplitter::handle:hover { background: $accent; }
QSlider.QSlider { min-height: 22px; border: 2px solid transparent; border-radius: 6px; }
QSlider.QSlider::groove:horizontal {
    height: 6px; border-radius: 4px; background: $track; border: 1px solid $control_line;
}
QSlider.QSlider::sub-page:horizontal { background: $accent; border-radius: 4px; }
QSlider.QSlider::handle:horizontal {
    width: 14px; height: 14px; margin: -6px 0; border-radius: 9px; background: $card;
    border: 2px solid $accent;
}
QSlider.QSlider:focus { border-color: $accent; }
QSlider.QSlider::sub-page:horizontal:disabled { background: $control_line; }
QSlider.QSlider::handle:horizontal:disabled { border-color: $control_line; }
QProgressBar.QProgressBar {
    background: $track; border: none; border-radius: 3px; max-height: 6px; min-height: 6px;
}
QProgressBar.QProgressBar::chunk { background: $accent; border-radius: 3px; }
QGroupBox.QGroupBox {
    border: 1px solid $line; border-radius: ${r}px; margin-top: 10px; padding-top: 10px;
}
QGroupBox.QGroupBox::title { subcontrol-origin: margin; left: 12px; padding: 0 4px; }
QDialog, QMessageBox, QMainWindow { background: $page; }
QStatusBar { background: $page; color: $muted; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $card; }
QCalendarWidget QToolButton {
    background: transparent; color: $ink; border: 1px solid transparent; border-radius: 6px;
    padding: 4px 8px;
}
QCalendarWidget QToolButton:hover { background: $track; }
QCalendarWidget QToolButton:focus { border: 2px solid $accent; padding: 3px 7px; }
QCalendarWidget QToolButton#qt_calendar_prevmonth {
    qproperty-icon: url("$art/chevron-left-$name.svg");
}
QCalendarWidget QToolButton#qt_calendar_nextmonth {
    qproperty-icon: url("$art/chevron-right-$name.svg");
}
QCalendarWidget QToolButton::menu-indicator { image: none; }
QCalendarWidget QAbstractItemView {
    border: none; selection-background-color: $accent; selection-color: $on_accent;
    alternate-background-color: $page;
}
"""

_SHEET = Template(_FIELDS + _BUTTONS + _MENUS + _VIEWS)
_BORDERS = 2


def make_sheet(colours: Colours, scale: float) -> str:
    """Return the style sheet of a theme for text `scale` times as large as designed."""
    grown = max(scale, 1.0)
    control = round(SPACE.control_height * grown)
    entry = round(SPACE.input_height * grown)
    return _SHEET.substitute(
        colours._asdict(),
        name="dark" if colours.dark else "light",
        art=(folder("icons") / "controls").as_posix(),
        r=RADIUS.control,
        r_check=RADIUS.check,
        h=control - _BORDERS,
        h_focus=control - 2 * _BORDERS,
        h_input=entry - _BORDERS,
        h_input_focus=entry - 2 * _BORDERS,
    )
