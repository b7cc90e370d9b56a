"""What a screen reader sees of a window, taken down once: every rule reads this and asks nobody."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Box:
    """Where something is on the screen."""

    left: int
    top: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """The first column after it."""
        return self.left + self.width

    @property
    def bottom(self) -> int:
        """The first line after it."""
        return self.top + self.height


@dataclass(eq=False, slots=True)
class Node:
    """One thing of the tree that is shown."""

    handle: Any
    role: str
    name: str
    description: str
    states: frozenset[str]
    box: Box
    keys: tuple[str, ...] = ()
    labelled: bool = False
    valued: bool = False
    shown_text: str = ""
    parent: Node | None = None
    children: list[Node] = field(default_factory=list)

    def __iter__(self) -> Iterator[Node]:
        """It and everything in it, in the order of the tree."""
        yield self
        for child in self.children:
            yield from child

    def above(self) -> Iterator[Node]:
        """What it lies in, from the inside."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    def has(self, state: str) -> bool:
        """Whether it is in a state, such as "focusable"."""
        return state in self.states

    def around(self) -> list[Node]:
        """The scrolled parts that it lies in, from the outside: they are smaller than what is in them."""
        found = []
        inner = self
        for node in self.above():
            if inner.box.bottom > node.box.bottom or inner.box.top < node.box.top:
                found.append(node)
            inner = node
        return found[::-1]

    def inside(self, *roles: str) -> bool:
        """Whether it lies in something of one of these roles."""
        return any(node.role in roles for node in self.above())

    def said(self) -> str:
        """How a person reads of it in a fault."""
        called = f"“{self.name}”" if self.name else "without a name"
        b = self.box
        line = f"{self.role} {called} at {b.left},{b.top} ({b.width} x {b.height})"
        if not self.name:
            near = next((n for n in self.above() if n.name), None)
            line += f" in {near.role} “{near.name[:60]}”" if near else ""
        return line
