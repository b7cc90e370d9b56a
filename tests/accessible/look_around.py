"""The pages as they are when there is much on them: the sample data, in the window that shows it."""

from __future__ import annotations

from tests.accessible import rules
from tests.accessible.ways import Ways


class LookAround(Ways):
    """Looks at every page of the sample."""

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
        self.menu("an item", "shift+F10", "Move down")
        self.menu("this interview", "ctrl+period", "Reschedule")
        s.open_menu("alt+t", "Refresh")
        menu = s.read_all(s.find("Refresh", "menu item", app=True).get_parent())
        actions = [n for n in menu if n.role in rules.MENU_ROLES]
        self.looker.check("Sample: Menu: this page", actions, rules.menu_keyless)
        s.close_menu("Refresh")
        s.choose("ctrl+shift+n", "From a template…")
        self.dialog("From a template")
        s.choose("ctrl+shift+n", "From another interview…")
        s.wait_for("Search…", "text")
        s.type("halden")
        self.dialog("From another interview")
        self.beside()

    def beside(self) -> None:
        """What an interview gives to hold beside the call: the brief and the cue card."""
        s = self.screen
        s.keys("ctrl+p")
        self.dialog("Brief")
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
        self.dialog("Likely the same")
        # All that there are, whatever comes to the library; the first one has been looked at.
        shelves = [node.name for node in s.read() if node.role == "radio button"]
        for shelf in shelves[1:]:
            self._shelf(shelf)

    def _shelf(self, shelf: str) -> None:
        s = self.screen
        choice = s.wait_for(shelf, "radio button")
        s.focus_on(choice)
        s.keys("space")
        s.until(lambda: s.is_checked(choice), f"the shelf {shelf} was not chosen")
        s.pump(300)
        self.look(f"Library: {shelf.lower()}")

    def interviews(self) -> None:
        """The list and an opportunity."""
        s = self.screen
        s.go("ctrl+2", "Interviews")
        s.pump(300)
        self.look("Interviews")
        self.menu("an interview", "shift+F10", "Open")
        s.keys("F2")
        self.dialog("Edit interview")
        s.keys("Return")
        s.wait_for("How far you are prepared", "progress bar")
        for action in ("Reschedule", "Next round"):
            s.choose("ctrl+period", action)
            self.dialog(action)
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
        self.find("kestrel", "Kestrel")
        s.keys_to("alt+4", "Not this time. What can explain it?")
        s.pump(400)
        self.look("Outcome")
        s.keys_to("alt+3", "Sealed review")
        s.pump(400)
        self.look("Review")
