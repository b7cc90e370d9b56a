"""Reads the tree through AT-SPI: what stands there, and whether it is shown and has the focus."""

from __future__ import annotations

from typing import Any

import gi  # type: ignore[import-not-found]

gi.require_version("Atspi", "2.0")

from gi.repository import Atspi, GLib  # type: ignore[import-not-found]  # noqa: E402

from tests.accessible.nodes import Box, Node  # noqa: E402

STATES = {
    name: getattr(Atspi.StateType, name.upper())
    for name in (
        "active",
        "checkable",
        "checked",
        "editable",
        "enabled",
        "expandable",
        "expanded",
        "focusable",
        "focused",
        "modal",
        "selectable",
        "selected",
        "showing",
        "visible",
    )
}


def hush(_domain: str, _level: Any, _text: str, _data: Any) -> None:
    """Say nothing."""


def is_shown(handle: Any) -> bool:
    """Whether it is there for the eye, in sight or not."""
    return bool(handle.get_state_set().contains(STATES["showing"]))


def is_focused(handle: Any) -> bool:
    """Whether it has the focus; what is gone has not."""
    try:
        return bool(handle.get_state_set().contains(STATES["focused"]))
    except GLib.Error:
        return False


def focused_in(handle: Any, depth: int) -> bool:
    """Whether it, or something near in it, has the focus."""
    if handle.get_state_set().contains(STATES["focused"]):
        return True
    if depth == 0:
        return False
    return any(
        focused_in(child, depth - 1)
        for at in range(min(handle.get_child_count(), 12))
        if (child := handle.get_child_at_index(at)) is not None
    )


def find(handle: Any, name: str, role: str) -> Any:
    """The first shown thing of that name, or None; the beginning is enough if it ends with …."""
    called = handle.get_name()
    fits = called.startswith(name[:-1]) if name.endswith("…") else called == name
    if fits and (not role or handle.get_role_name() == role):
        return handle
    for at in range(handle.get_child_count()):
        child = handle.get_child_at_index(at)
        if child is not None and is_shown(child):
            found = find(child, name, role)
            if found is not None:
                return found
    return None


def take_down(handle: Any, parent: Node | None = None, *, hidden: bool = False) -> Node:
    """What is said of it and of everything shown in it; with `hidden` of the rest too."""
    held = handle.get_state_set()
    states = frozenset(name for name, state in STATES.items() if held.contains(state))
    box = Box(0, 0, 0, 0)
    component = handle.get_component_iface()
    if component is not None:
        rect = component.get_extents(Atspi.CoordType.SCREEN)
        box = Box(rect.x, rect.y, rect.width, rect.height)
    role = handle.get_role_name()
    node = Node(handle, role, handle.get_name() or "", handle.get_description() or "", states, box)
    node.parent = parent
    action = handle.get_action_iface()
    if action is not None:
        count = action.get_n_actions()
        node.keys = tuple(k for at in range(count) if (k := action.get_key_binding(at)))
    if role in {"combo box", "spin button", "text", "check box", "slider", "push button"}:
        node.labelled = any(
            relation.get_relation_type() == Atspi.RelationType.LABELLED_BY
            and any(relation.get_target(at).get_name() for at in range(relation.get_n_targets()))
            for relation in handle.get_relation_set()
        )
    node.valued = handle.get_value_iface() is not None
    if role == "text" and handle.get_text_iface() is not None:
        node.shown_text = Atspi.Text.get_text(handle, 0, -1)
    elif role == "combo box":
        node.shown_text = node.name
    for at in range(handle.get_child_count()):
        child = handle.get_child_at_index(at)
        try:
            if child is not None and (hidden or is_shown(child)):
                node.children.append(take_down(child, node, hidden=hidden))
        except GLib.Error:
            continue  # it went while we looked: a note at the bottom goes by itself
    return node
