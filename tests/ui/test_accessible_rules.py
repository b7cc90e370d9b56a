"""What `make accessible` holds the window to bites: each rule finds the fault that it is for."""

from __future__ import annotations

from typing import Any

import pytest

from tests.accessible import rules
from tests.accessible.nodes import Box, Node

USUAL = frozenset({"enabled", "focusable", "showing", "visible"})


def node(role: str, name: str = "", *, at: tuple[int, int] = (0, 0), **more: Any) -> Node:
    """One thing of the tree, 100 x 30."""
    states = more.pop("states", USUAL)
    size = more.pop("size", (100, 30))
    return Node(object(), role, name, more.pop("description", ""), states, Box(*at, *size), **more)


def put(parent: Node, *children: Node) -> Node:
    for child in children:
        child.parent = parent
        parent.children.append(child)
    return parent


@pytest.mark.parametrize(
    ("thing", "wrong"),
    [
        (node("push button", "Save"), False),
        (node("push button"), True),
        (node("push button", "QuietButton"), True),
        (node("push button", "Interview Coach"), False),
        (node("filler"), True),
        (node("filler", "Week"), False),
        (node("filler", states=frozenset({"showing"})), False),
        (node("text", "Company", shown_text="Northwind"), False),
        (node("text", "Northwind", shown_text="Northwind"), True),
        (node("combo box", "Phone screen", shown_text="Phone screen"), True),
        (node("combo box", "Phone screen", shown_text="Phone screen", labelled=True), False),
        (node("slider"), True),
        (node("label", states=frozenset({"showing"})), False),
        (node("scroll bar"), False),
    ],
)
def test_what_has_no_name_is_found(thing: Node, wrong: bool) -> None:
    assert bool(rules.named([thing])) is wrong


def test_the_line_in_a_box_needs_no_name_of_its_own() -> None:
    box = put(node("combo box", "Europe/Berlin", labelled=True), node("text"))
    assert not rules.named(box)


def test_markup_states_and_windows() -> None:
    assert rules.plain([node("push button", "Save", description="<p style='x'>Save</p>")])
    assert not rules.plain([node("label", "a < b and b > a")])
    assert rules.stated([node("check box", "Done")])
    assert not rules.stated([node("check box", "Done", states=USUAL | {"checkable"})])
    assert rules.stated([node("slider", "Likely")])
    assert not rules.stated([node("slider", "Likely", valued=True)])
    assert rules.titled([node("dialog")])
    assert not rules.titled([node("dialog", "New interview")])


def test_what_tab_leaves_out_is_found_unless_the_arrows_get_there() -> None:
    save, other = node("push button", "Save"), node("push button", "Other")
    good, bad = node("radio button", "Good"), node("radio button", "Bad")
    put(node("filler", "Felt"), good, bad)
    cells = [node("list item", str(n)) for n in range(3)]
    view = put(node("list", "Found"), *cells)
    off = node("push button", "Off", states=USUAL - {"enabled"})
    everything = [save, other, good, bad, *view, off]
    assert rules.unreached(everything, [save, good, view]) == [
        f"Tab never gets to: {other.said()}",
    ]
    assert len(rules.unreached(everything, [save, other])) == 6


def test_a_button_that_tab_leaves_out_needs_a_key() -> None:
    still = frozenset({"enabled", "showing"})
    assert rules.keyless([node("push button", "Clear", states=still)], [])
    for told in ("Esc", "Ctrl+Enter", "N, on any line of this section"):
        assert not rules.keyless(
            [node("push button", "Clear", states=still, description=told)], []
        ), told
    assert not rules.keyless([node("push button", "Clear", states=still, keys=("Alt+C",))], [])
    assert not rules.keyless([node("push button", "Save")], [])
    assert rules.menu_keyless([node("menu item", "Refresh")])
    assert not rules.menu_keyless([node("menu item", "Refresh", keys=("F5",))])


def test_a_focus_that_jumps_back_is_found_and_columns_are_no_jump() -> None:
    first, second = node("text", "1", at=(0, 0)), node("text", "2", at=(0, 100))
    right, below = node("text", "3", at=(300, 0)), node("text", "4", at=(0, 400))
    assert not rules.backwards([first, second, right, below])
    assert not rules.backwards([right, below, first, second]), "a round may begin anywhere"
    assert len(rules.backwards([first, below, second, right])) == 1
    beside = node("text", "5", at=(150, 100))
    assert len(rules.backwards([first, beside, second, below])) == 1


def test_what_is_scrolled_out_of_sight_is_where_its_page_is() -> None:
    page = node("filler", at=(0, 100), size=(400, 300), states=frozenset())
    content = node("filler", at=(0, -500), size=(400, 1200), states=frozenset())
    inner = node("text", "high up in the page", at=(0, -400))
    put(page, put(content, inner))
    steps = node("push button", "Steps", at=(0, 40))
    foot = node("push button", "Save", at=(0, 420))
    assert not rules.backwards([steps, inner, foot])
