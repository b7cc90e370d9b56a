"""Every control of every page says what it is for, and every text can be told from its ground.

`make accessible` drives the real window through its accessibility tree; this is the fast half of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleInterface,
    QAction,
    QColor,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QScrollBar,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from interview_coach.app.session import Session
from interview_coach.app.tour import in_front, put_away
from interview_coach.app.tour_scenes import empty_scenes, scenes
from interview_coach.app.trace import Trace
from interview_coach.ui.theme import DARK, LIGHT, Colours, Theme
from interview_coach.ui.theme.tokens import Tone
from tests.stores import Clock, new_store
from tests.ui.key_clashes import clashes

INTERACTIVE = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
)
MARKUP = re.compile(r"</?[a-z]+[^<>]*>", re.IGNORECASE)


def controls(window: QWidget) -> Iterator[QWidget]:
    """What a person does something with, without the inner parts of a box."""
    for widget in window.findChildren(QWidget):
        parent = widget.parentWidget()
        inner = isinstance(parent, QComboBox | QAbstractSpinBox)
        focused = bool(widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)
        worked = (focused or isinstance(widget, INTERACTIVE)) and not isinstance(widget, QScrollBar)
        if worked and widget.isVisible() and not inner:
            yield widget


def fault(widget: QWidget) -> str:
    """What is wrong with what a screen reader says of a control, or nothing."""
    spoken: QAccessibleInterface | None = QAccessible.queryAccessibleInterface(widget)
    if spoken is None:
        return "nothing is said of it"
    name = spoken.text(QAccessible.Text.Name).strip()
    if isinstance(widget, QComboBox):
        # On Linux its name is what is chosen: a label tells what it is for.
        labels = spoken.relations(QAccessible.RelationFlag.Label)
        name = " ".join(label.text(QAccessible.Text.Name) for label, _ in labels).strip()
    if not name:
        return "without a name"
    if re.fullmatch(r"_?[A-Z][a-z]+(?:[A-Z][a-z]+)+|Q[A-Z]\w+|qt_\w+", name):
        return f"named like a class: {name}"
    for text in (name, spoken.text(QAccessible.Text.Description)):
        if MARKUP.search(text):
            return f"markup is read aloud: {text}"
    return ""


def where(widget: QWidget) -> str:
    """A control and what it lies in."""
    path = [type(widget).__name__]
    around = widget.parentWidget()
    while around is not None and len(path) < 5:
        path.append(around.accessibleName() or type(around).__name__)
        around = around.parentWidget()
    return " in ".join(path)


def front(window: QWidget) -> QWidget:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return in_front(app, window)


@pytest.mark.parametrize("full", [True, False], ids=["full", "empty"])
def test_every_control_of_every_page_has_a_name_and_every_key_one_use(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, full: bool
) -> None:
    theme = Theme()
    theme.apply(qapp)
    new_store(tmp_path / "data", sample=full).close()
    session = Session(tmp_path / "data", theme, Trace(), clock=Clock())
    with qtbot.waitSignal(session.ready, timeout=20_000):
        session.show()
    faults: dict[str, str] = {}
    seen: dict[str, int] = {}
    try:
        for scene in scenes(session) if full else empty_scenes(session):
            session.window.resize(scene.size)
            scene.go()
            qtbot.wait(30)
            shown = front(session.window)
            if not shown.windowTitle():
                faults[scene.name] = "a window without a name"
            for widget in controls(shown):
                seen[scene.name] = seen.get(scene.name, 0) + 1
                wrong = fault(widget)
                if wrong:
                    faults.setdefault(f"{where(widget)}: {wrong}", scene.name)
            for clash in clashes(shown):
                faults.setdefault(f"one key twice, {clash}", scene.name)
            if shown is not session.window:
                put_away(shown)
                qtbot.wait(5)
    finally:
        with qtbot.waitSignal(session.ended):
            session.window.close()
        session.window.deleteLater()
    assert min(seen.values()) >= 1
    assert sum(seen.values()) > (200 if full else 20)
    assert not faults, "\n".join(f"{scene}: {text}" for text, scene in faults.items())


def test_two_that_claim_one_key_are_found(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    page, beside = QWidget(), QWidget()
    middle = QWidget()
    window.setCentralWidget(middle)
    column = QVBoxLayout(middle)
    column.addWidget(page)
    column.addWidget(beside)
    action = QAction("New", window)
    action.setShortcut("Ctrl+N")
    window.menuBar().addMenu("File").addAction(action)
    window.show()
    for place in (page, beside):
        own = QShortcut(QKeySequence("Ctrl+M"), place)
        own.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    assert clashes(window) == []
    twice = QShortcut(QKeySequence("Ctrl+N"), page)
    twice.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    assert clashes(window) == ["Ctrl+N: a shortcut of QWidget and New"]


# --- colours ----------------------------------------------------------------------------------


def luminance(colour: str) -> float:
    """How bright a colour is, as WCAG 2 measures it."""

    def linear(share: float) -> float:
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    seen = QColor(colour)
    red, green, blue = (linear(share) for share in (seen.redF(), seen.greenF(), seen.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """How well one colour can be told from the other: 1 not at all, 21 black from white."""
    bright, dim = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


TONES: tuple[Tone, ...] = ("accent", "attention", "good", "not_yours", "bad")


def texts(colours: Colours) -> Iterator[tuple[str, str, str]]:
    """The texts that the widgets paint, each with its ground."""
    for ground in ("page", "card", "sidebar"):
        for ink in ("ink", "muted"):
            yield f"{ink} on {ground}", colours.text(ink), getattr(colours, ground)
    for ground in ("page", "card"):
        for tone in TONES:
            yield f"{tone} on {ground}", colours.text(tone), getattr(colours, ground)
    for tone in (*TONES, "neutral"):
        # Chips, banners and the chosen segment; the week's boxes have ink on the same grounds.
        yield f"{tone} on its soft ground", colours.text(tone), colours.ground(tone)
        yield f"ink on soft {tone}", colours.ink, colours.ground(tone)
    for tone in ("accent", "not_yours"):
        # The solid parts of the bar of three.
        yield f"card on solid {tone}", colours.card, colours.text(tone)
    yield "on_accent on accent", colours.on_accent, colours.accent
    pressed = QColor(colours.accent).darker(118).name()
    yield "on_accent on accent under the mouse", colours.on_accent, pressed
    yield "ink on track", colours.ink, colours.track
    yield "muted on track", colours.muted, colours.track
    yield "muted on soft accent", colours.muted, colours.accent_soft


def lines(colours: Colours) -> Iterator[tuple[str, str, str]]:
    """What has to be seen of controls: their edges, their filled parts, the ring of the focus."""
    for ground in ("page", "card"):
        for part in ("control_line", "accent"):
            yield f"{part} on {ground}", getattr(colours, part), getattr(colours, ground)
    yield "accent on track", colours.accent, colours.track
    yield "ring on the filled button", colours.on_accent, colours.accent
    for tone in TONES:
        yield f"{tone} dot on card", colours.text(tone), colours.card


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_texts_and_lines_can_be_told_from_their_ground(colours: Colours) -> None:
    pairs = chain(
        ((4.5, *pair) for pair in texts(colours)), ((3.0, *pair) for pair in lines(colours))
    )
    faults = [
        f"{what}: {contrast(one, ground):.2f}, and needs {needed}"
        for needed, what, one, ground in pairs
        if contrast(one, ground) < needed
    ]
    assert not faults, "\n".join(faults)


def test_contrast_is_measured_as_wcag_does() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
