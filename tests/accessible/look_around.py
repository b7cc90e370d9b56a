"""The pages as they are when there is much on them: the sample data, in the window that shows it."""

from __future__ import annotations

from tests.accessible import rules
from tests.accessible.looking import Looker
from tests.accessible.screen import Screen


class LookAround:
    """Looks at every page of the sample."""

    def __init__(self, screen: Screen, looker: Looker) -> None:
        self.screen = screen
        self.looker = looker

    def look(self, page: str, *, tab: bool = True) -> None:
        """Look, and tell that it was the sample."""
        self.looker.look(f"Sample: {page}", tab=tab)

    def go(self) -> None:
        """All of it."""
        s = self.screen
        s.wait_for("Continue preparing")
        s.until(s.active, "the window did not get the keys")
        self.look("Today")
        self.prepare()
        self.interviews()
        self.outcomes()
        s.go("ctrl+3", "Timeline")
        s.pump(300)
        self.look("Timeline")
        self.library()
        s.go("ctrl+5", "Insights")
        s.pump(400)
        self.look("Insights")
        s.go("ctrl+6", "Settings")
        s.pump(300)
        self.look("Settings")

    def prepare(self) -> None:
        """The next interview's preparation, its editors, menus and dialogs."""
        s = self.screen
        s.press("Continue preparing")
        s.wait_for("How far you are prepared", "progress bar")
        self.look("Prepare")
        s.keys("F2")
        s.wait_for("Text", "text")
        self.look("Prepare, editing", tab=False)
        s.keys("Escape")
        s.gone("Text", "text")
        self._menu("an item", "shift+F10", "Move down")
        self._menu("this interview", "ctrl+period", "Reschedule")
        s.open_menu("alt+t", "Refresh")
        menu = s.read_all(s.find("Refresh", "menu item", app=True).get_parent())
        actions = [n for n in menu if n.role in rules.MENU_ROLES]
        self.looker.check("Sample: Menu: this page", actions, rules.menu_keyless)
        s.close_menu("Refresh")
        s.choose("ctrl+shift+n", "From a template…")
        self._dialog("From a template")
        s.choose("ctrl+shift+n", "From another interview…")
        s.wait_for("Search…", "text")
        s.type("halden")
        self._dialog("From another interview")
        self.beside()

    def beside(self) -> None:
        """What an interview gives to hold beside the call: the brief and the cue card."""
        s = self.screen
        s.keys("ctrl+p")
        self._dialog("Brief")
        s.keys("ctrl+shift+c")
        s.until(lambda: s.front().get_name().startswith("Cue card") and s.active(), "no cue card")
        self.look("Cue card")
        s.keys_until(
            ("Escape",),
            lambda: not s.front().get_name().startswith("Cue card") and s.active(),
            "Esc does not hide the cue card",
        )

    def library(self) -> None:
        """A shelf of lines, the line for a new one, the templates, and what is there twice."""
        s = self.screen
        s.go("ctrl+4", "Library")
        s.pump(300)
        self.look("Library")
        s.keys("ctrl+shift+m")
        self._dialog("Likely the same")
        templates = s.wait_for("Templates…", "radio button")
        s.focus_on(templates)
        s.keys("space")
        s.until(lambda: s.is_checked(templates), "the shelf of templates was not chosen")
        s.pump(300)
        self.look("Library: templates")

    def _dialog(self, name: str) -> None:
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

    def interviews(self) -> None:
        """The list and an opportunity."""
        s = self.screen
        s.go("ctrl+2", "Interviews")
        s.pump(300)
        self.look("Interviews")
        self._menu("an interview", "shift+F10", "Open")
        s.keys("F2")
        self._dialog("Edit interview")
        s.keys("Return")
        s.wait_for("How far you are prepared", "progress bar")
        for action in ("Reschedule", "Next round"):
            s.choose("ctrl+period", action)
            self._dialog(action)
        s.go("ctrl+2", "Interviews")
        s.keys("ctrl+f")
        s.type("aurelia")
        s.until(lambda: s.find("Aurelia…"), "the search finds no Aurelia")
        s.keys("Down", "Return")
        s.wait_for("Edit", "push button")
        self.look("Opportunity")

    def outcomes(self) -> None:
        """A no with its reasons."""
        s = self.screen
        self._find("kestrel", "Kestrel")
        s.keys("alt+4")
        s.pump(400)
        self.look("Outcome")
        s.keys("alt+3")
        s.pump(400)
        self.look("Review")

    def _find(self, query: str, title: str) -> None:
        """Open what is found first."""
        s = self.screen
        s.keys("ctrl+k")
        s.wait_for("Search everything, or name a command", "text")
        s.type(query)
        s.pump(300)
        s.keys("Return")
        s.until(lambda: title in s.front().get_name(), f"{query} does not lead to {title}")

    def _menu(self, name: str, keys: str, action: str) -> None:
        """A menu that opens by a key, so that the arrows get to all of it: all of it has names."""
        menu = self.screen.open_popup(keys, action)
        nodes = [n for n in menu if n.role in rules.MENU_ROLES]
        self.looker.check(f"Sample: Menu: {name}", nodes, rules.menu_named)
        self.screen.close_popup(menu)
