"""Ways through the sample that its walks share: a dialog looked at and left, a menu, something found."""

from __future__ import annotations

from tests.accessible import rules
from tests.accessible.looking import Looker
from tests.accessible.screen import Screen


class Ways:
    """What a walk through the sample does at every stop."""

    def __init__(self, screen: Screen, looker: Looker) -> None:
        self.screen = screen
        self.looker = looker

    def look(self, page: str, *, tab: bool = True) -> None:
        """Look, and tell that it was the sample."""
        self.looker.look(f"Sample: {page}", tab=tab)

    def dialog(self, name: str) -> None:
        """A dialog that has been asked for: looked at, and left by Esc."""
        s = self.screen
        s.until(lambda: s.front().get_role_name() == "dialog", f"no dialog “{name}”")
        s.pump(200)
        self.look(f"Dialog: {name}")
        s.keys_until(
            ("Escape",),
            lambda: s.front().get_role_name() == "frame",
            f"Esc does not close the dialog “{name}”",
        )

    def find(self, query: str, title: str) -> None:
        """Open what is found first."""
        s = self.screen
        s.keys("ctrl+k")
        s.wait_for("Search everything, or name a command", "text")
        s.type(query)
        s.pump(300)
        s.keys("Return")
        s.until(lambda: title in s.front().get_name(), f"{query} does not lead to {title}")

    def menu(self, name: str, keys: str, action: str) -> None:
        """A menu that opens by a key, so that the arrows get to all of it: all of it has names."""
        menu = self.screen.open_popup(keys, action)
        nodes = [n for n in menu if n.role in rules.MENU_ROLES]
        self.looker.check(f"Sample: Menu: {name}", nodes, rules.menu_named)
        self.screen.close_popup(menu)
