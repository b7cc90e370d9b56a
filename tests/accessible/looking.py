"""Looks at one page or dialog after the other: the whole tree, then the way of Tab through it."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from tests.accessible import rules
from tests.accessible.nodes import Node
from tests.accessible.screen import Lost, Screen

MOST_STOPS = 250


@dataclass(slots=True)
class Sight:
    """What was found on one page."""

    page: str
    controls: int = 0
    stops: int = 0
    unnamed: list[str] = field(default_factory=list)
    trapped: list[str] = field(default_factory=list)
    keyless: list[str] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def faults(self) -> list[str]:
        """All that is wrong."""
        return [*self.unnamed, *self.trapped, *self.keyless]


class Looker:
    """Looks, and keeps what was seen."""

    def __init__(self, screen: Screen, *, tree: bool = False) -> None:
        self.screen = screen
        self.tree = tree
        self.sights: list[Sight] = []

    def look(self, page: str, *, tab: bool = True) -> Sight:
        """Walk the tree of what is in front, and Tab through it.

        Without `tab` for what closes as soon as the focus leaves it.
        """
        began = time.monotonic()
        sight = Sight(page)
        self.screen.leave_menus()
        root = self.screen.read()
        nodes = [node for node in root if node.role not in rules.MENU_ROLES]
        sight.controls = sum(1 for n in nodes if rules.is_control(n) and not rules.is_part(n))
        for rule in (rules.named, rules.plain, rules.stated, rules.titled):
            sight.unnamed += rule(nodes)
        if self.tree:
            _show(root, 0)
        if not tab:
            sight.seconds = time.monotonic() - began
            self.sights.append(sight)
            return sight
        walked = self._walk(nodes, sight)
        sight.stops = len(walked)
        if self.tree:
            for node in walked:
                sys.stdout.write(f"    Tab -> {node.said()}\n")
        reached = [*walked, *self._by_arrows(nodes, walked)]
        still = [node for node in nodes if self.screen.is_shown(node.handle)]
        sight.trapped += rules.unreached(still, reached)
        if walked:
            # Where the walk began, so that the journey goes on as if nobody had looked.
            self.screen.focus_on(walked[-1].handle)
        sight.trapped += rules.backwards(walked)
        sight.keyless += rules.keyless(nodes, walked)
        sight.seconds = time.monotonic() - began
        self.sights.append(sight)
        return sight

    def check(self, page: str, nodes: list[Node], rule: Callable[[list[Node]], list[str]]) -> None:
        """Hold something to one rule only: a menu has no way of Tab."""
        sight = Sight(page, controls=sum(1 for n in nodes if n.name))
        sight.keyless += rule(nodes)
        self.sights.append(sight)

    def _walk(self, nodes: list[Node], sight: Sight) -> list[Node]:
        """Press Tab until the focus is where it was first; the things it came by."""
        known = {node.handle: node for node in nodes}
        walked: list[Node] = []
        seen: set[object] = set()
        while len(walked) < MOST_STOPS:
            there = self.screen.step()
            if there is None and not walked:
                only = [node for node in rules.stops(nodes) if node.has("focused")]
                if len(only) == len(rules.stops(nodes)):
                    return only
            if there is None:
                now = next((n for n in self.screen.read() if n.has("focused")), None)
                where = now.said() if now else "nowhere"
                sight.trapped.append(f"Tab does nothing any more: the focus is at {where}")
                return walked
            if there in seen:
                if walked and there is not walked[0].handle:
                    again = known.get(there)
                    said = again.said() if again else there.get_name()
                    sight.trapped.append(f"Tab goes round without its beginning, back to {said}")
                return walked
            seen.add(there)
            node = known.get(there)
            if node is None:
                node = self._met(there)
            walked.append(node)
        sight.trapped.append(f"Tab does not come round within {MOST_STOPS} steps")
        return walked

    def _by_arrows(self, nodes: list[Node], walked: list[Node]) -> list[Node]:
        """Go down from each stop beside which something was left out; the things that came by."""
        known = {node.handle: node for node in nodes}
        left = rules.left_out(nodes, walked)
        met: list[Node] = []
        for node in walked:
            beside = [n for n in left if n.parent is node.parent and n.role == node.role]
            if not beside:
                continue
            for key in ("Down", "Up"):
                self.screen.focus_on(node.handle)
                for _ in range(len(beside) + 1):
                    there = self.screen.step(key)
                    if there not in known:
                        break
                    met.append(known[there])
        return met

    def _met(self, handle: object) -> Node:
        """Something that was not there when the page was taken down: focus may show it."""
        try:
            return self.screen.read(handle)
        except Exception as error:
            raise Lost(f"what got the focus went away: {error}") from error

    def table(self) -> str:
        """All that was seen, a line for each page."""
        wide = max(len(s.page) for s in self.sights)
        lines = [
            f"{'page or dialog':<{wide}}  controls  by Tab  unnamed  trapped  without key  seconds"
        ]
        lines += [
            f"{s.page:<{wide}}  {s.controls:>8}  {s.stops:>6}  {len(s.unnamed):>7}  {len(s.trapped):>7}"
            f"  {len(s.keyless):>11}  {s.seconds:>7.1f}"
            for s in self.sights
        ]
        total = (
            f"{f'{len(self.sights)} in all':<{wide}}  {sum(s.controls for s in self.sights):>8}"
            f"  {sum(s.stops for s in self.sights):>6}"
            f"  {sum(len(s.unnamed) for s in self.sights):>7}"
            f"  {sum(len(s.trapped) for s in self.sights):>7}"
            f"  {sum(len(s.keyless) for s in self.sights):>11}"
            f"  {sum(s.seconds for s in self.sights):>7.1f}"
        )
        return "\n".join([*lines, total])


def _show(node: Node, depth: int) -> None:
    marks = " ".join(sorted(node.states - {"showing", "visible", "enabled", "selectable"}))
    said = f" — {node.description}" if node.description else ""
    sys.stdout.write(f"{'  ' * depth}{node.said()}{said} [{marks}] {' '.join(node.keys)}\n")
    for child in node.children:
        _show(child, depth + 1)
