"""What must be true of what a screen reader sees: pure functions from nodes to faults."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from tests.accessible.nodes import Box, Node

BUTTONS = frozenset({"push button", "toggle button"})
CHECKS = frozenset({"check box", "radio button", "check menu item", "radio menu item"})
ENTRIES = frozenset({"text", "entry", "password text", "spin button", "combo box", "editbar"})
RANGES = frozenset({"slider", "dial", "spin button"})
VIEWS = frozenset({"list", "list box", "table", "tree", "tree table", "page tab list"})
ITEMS = frozenset(
    {"list item", "table cell", "tree item", "page tab", "table row", "table column header"}
)
LINKS = frozenset({"link"})
DIALOGS = frozenset({"dialog", "alert", "frame", "window", "file chooser"})
INTERACTIVE = BUTTONS | CHECKS | ENTRIES | RANGES | VIEWS | ITEMS | LINKS
# They are worked by what they belong to, or are only read: a text that the mouse can mark is one.
PARTS = frozenset({"label", "scroll bar", "separator", "menu", "menu bar", "popup menu"})
CLASS_NAME = re.compile(r"_?Q?[A-Z][a-z0-9]+(?:[A-Z][a-z0-9]+)+|Q[A-Z]\w+|_\w+|qt_\w+")
MARKUP = re.compile(r"</?[a-z]+[^<>]*>", re.IGNORECASE)
A_KEY = re.compile(
    r"\b(?:Esc|Enter|Delete|Del|Backspace|Space|F\d{1,2}|(?:Ctrl|Alt|Shift)\+\S+)\b|^[A-Z]\b(?!\w)"
)
MENU_ROLES = frozenset({"menu item", "check menu item", "radio menu item", "menu"})


def is_control(node: Node) -> bool:
    """Whether a person does something with it."""
    return node.role in INTERACTIVE or (node.has("focusable") and node.role not in PARTS)


def is_part(node: Node) -> bool:
    """Whether it is an inner part of a control that has its own name: a box's line, a list's bar."""
    inner = node.role in {"text", "entry"} and node.inside("combo box", "spin button")
    hidden_list = node.inside("combo box") and node.role in VIEWS | ITEMS
    return inner or hidden_list or node.inside("scroll bar") or node.role in PARTS


def named(nodes: Iterable[Node]) -> list[str]:
    """Every control has a name, and one that says what it is for."""
    faults = []
    for node in nodes:
        if not is_control(node) or is_part(node) or node.role in MENU_ROLES:
            continue
        name = node.name.strip()
        if node.role in {"combo box", "spin button", "text", "entry"} and not node.labelled:
            if not name:
                faults.append(f"no name: {node.said()}")
            elif name == node.shown_text.strip():
                faults.append(f"its name is only what stands in it: {node.said()}")
            elif CLASS_NAME.fullmatch(name):
                faults.append(f"its name is a class: {node.said()}")
        elif not name and not node.labelled:
            if node.role in ITEMS and node.role != "page tab" and not node.has("focused"):
                continue
            faults.append(f"no name: {node.said()}")
        elif CLASS_NAME.fullmatch(name):
            faults.append(f"its name is a class: {node.said()}")
    return faults


def plain(nodes: Iterable[Node]) -> list[str]:
    """Nothing that is read aloud holds markup."""
    return [
        f"markup is read aloud, {text[:60]!r}: {node.said()}"
        for node in nodes
        for text in (node.name, node.description)
        if MARKUP.search(text)
    ]


def stated(nodes: Iterable[Node]) -> list[str]:
    """Boxes and ranges tell their state or value."""
    faults = []
    for node in nodes:
        if node.role in CHECKS and not (node.has("checkable") or node.has("checked")):
            faults.append(f"no state: {node.said()}")
        if node.role in RANGES and not node.valued:
            faults.append(f"no value: {node.said()}")
    return faults


def titled(nodes: Iterable[Node]) -> list[str]:
    """Windows and dialogs have a name."""
    return [
        f"a window without a name: {node.said()}"
        for node in nodes
        if node.role in DIALOGS and not node.name.strip()
    ]


def stops(nodes: Iterable[Node]) -> list[Node]:
    """What Tab has to reach, or the arrows from where Tab went."""
    return [
        node
        for node in nodes
        if node.has("focusable")
        and node.has("enabled")
        and node.box.width > 0
        and node.box.height > 0
        and node.role not in PARTS | MENU_ROLES
        and not is_part(node)
    ]


def _kin(node: Node) -> Node | None:
    """The group in which arrows move from one to the other."""
    if node.role == "radio button":
        return node.parent
    if node.role in ITEMS:
        return next((up for up in node.above() if up.role in VIEWS), node.parent)
    return None


def left_out(nodes: Iterable[Node], walked: Iterable[Node]) -> list[Node]:
    """What neither Tab reached, nor the arrows in its group of which one was reached."""
    reached = {id(node) for node in walked}
    reached |= {id(up) for node in walked for up in node.above()}
    groups = {id(kin) for node in walked if (kin := _kin(node)) is not None}
    groups |= {id(node) for node in walked if node.role in VIEWS}
    found = []
    for node in stops(nodes):
        if id(node) in reached or any(id(child) in reached for child in node):
            continue
        kin = _kin(node)
        if kin is not None and (id(kin) in groups or id(kin) in reached):
            continue
        found.append(node)
    return found


def unreached(nodes: Iterable[Node], walked: Iterable[Node]) -> list[str]:
    """Every control is on the way of Tab or of the arrows."""
    return [f"Tab never gets to: {node.said()}" for node in left_out(nodes, walked)]


def keyless(nodes: Iterable[Node], walked: Sequence[Node]) -> list[str]:
    """Every button is on the way of Tab, or has a key of its own, or says which key does the same."""
    reached = {id(node) for node in walked}
    return [
        f"no key: {node.said()}"
        for node in nodes
        if node.role in BUTTONS
        and node.has("enabled")
        and not is_part(node)
        and id(node) not in reached
        and not node.has("focusable")
        and not any(node.keys)
        and not A_KEY.search(node.description)
    ]


def menu_named(nodes: Iterable[Node]) -> list[str]:
    """Every action of a menu that a key opens has a name; the arrows get to it."""
    return [f"no name: {node.said()}" for node in nodes if not node.name.strip()]


def menu_keyless(nodes: Iterable[Node]) -> list[str]:
    """Every action of a menu has a shortcut, or a letter to press while the menu is open."""
    return [
        f"no key: {node.said()}"
        for node in nodes
        if node.role in MENU_ROLES and node.name and not any(node.keys)
    ]


def _places(one: Node, other: Node) -> tuple[Box, Box]:
    """Where two things are for the eye: what is scrolled out of sight is where its page is."""
    mine, theirs = one.around(), other.around()
    while mine and theirs and mine[0] is theirs[0]:
        mine, theirs = mine[1:], theirs[1:]
    return (mine[0] if mine else one).box, (theirs[0] if theirs else other).box


def backwards(walked: Sequence[Node], tolerance: int = 12) -> list[str]:
    """The focus goes the way one reads; once in a round it may jump back, to begin again.

    It reads column by column: something to the right may begin higher than what was before it.
    """
    jumps = []
    for here, there in zip(walked, [*walked[1:], *walked[:1]], strict=True):
        a, b = _places(here, there)
        higher = b.bottom <= a.top + tolerance and b.left < a.right - tolerance
        beside = b.top < a.bottom - tolerance and a.top < b.bottom - tolerance
        before = beside and b.right <= a.left + tolerance
        if higher or before:
            jumps.append((here, there))
    if len(jumps) <= 1:
        return []
    first = min(jumps, key=lambda jump: (jump[1].box.left, jump[1].box.top))
    return [
        f"the focus jumps back, from {here.said()} to {there.said()}"
        for here, there in jumps
        if (here, there) != first
    ]
