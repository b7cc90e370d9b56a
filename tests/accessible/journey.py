"""The first journey, by someone who sees nothing: from the first start to the record of an answer."""

from __future__ import annotations

from tests.accessible import rules
from tests.accessible.looking import Looker
from tests.accessible.screen import Screen

COMPANY, ROLE = "Northwind Robotics", "Senior Data Engineer"
PAGE = f"{ROLE} at {COMPANY}"
POINT = "I rebuilt their kind of pipeline last year"
ASKED = ("How do you test a pipeline", "Why are you leaving")
WELL = "I told the story of the night shift calmly"


class Journey:
    """Goes the way and looks at every page and dialog on it."""

    def __init__(self, screen: Screen, looker: Looker) -> None:
        self.screen = screen
        self.looker = looker
        self.look = looker.look

    def go(self) -> None:
        """All of it."""
        self.begin()
        self.add_interview()
        self.prepare()
        self.the_day()
        self.recall()
        self.form()
        self.seal()
        self.outcome()
        self.find_again()
        self.the_rest()

    # --- before -------------------------------------------------------------------------------

    def begin(self) -> None:
        """The welcome and the menus."""
        self.screen.wait_for("Begin: add an interview")
        self.screen.until(self.screen.active, "the window did not get the keys")
        self.look("Welcome")
        self.menus()

    def menus(self) -> None:
        """Every action of the menu bar has a key, and the menus open by their letters."""
        s = self.screen
        bar = s.read_all(s.find("File", "menu item").get_parent())
        actions = [n for n in bar if n.role in rules.MENU_ROLES]
        self.looker.check("Menus", actions, rules.menu_keyless)
        for letter, action in (("f", "New interview…"), ("g", "Timeline"), ("t", "Refresh")):
            s.open_menu(f"alt+{letter}", action)
            s.close_menu(action)

    def add_interview(self) -> None:
        """The dialog, filled through its interface; the day before yesterday by keys."""
        s = self.screen
        s.press("Begin: add an interview")
        s.wait_for("Company", "text")
        self.look("Dialog: new interview")
        s.write("Company", COMPANY)
        s.write("Role", ROLE)
        s.focus("Day", "spin button")
        s.keys("Down", "Down")
        s.press("Add interview")
        s.wait_for(PAGE)
        # It is over already: the bar that says so comes some seconds after the start, and stays until the review.
        s.wait_for("Later")
        s.quiet()

    # --- preparing and the day ----------------------------------------------------------------

    def prepare(self) -> None:
        """Tick the first item, add a point, see it there."""
        s = self.screen
        s.keys("alt+1")
        s.wait_for("How far you are prepared", "progress bar")
        self.look("Prepare")
        row = s.wait_for("Yourself in one minute…", "check box")
        s.focus_on(row)
        s.keys("space")
        s.until(lambda: s.is_checked(row), "the item was not ticked")
        s.keys("n")
        s.wait_for("New: …", "text")
        s.type(POINT)
        s.keys("Return")
        s.wait_for(POINT, "check box")
        self.look("Prepare, adding", tab=False)
        s.keys("Escape")
        s.gone("New: …", "text")

    def the_day(self) -> None:
        """The day itself; a line is jotted."""
        s = self.screen
        s.keys("alt+2")
        s.wait_for("Jot a line", "text")
        self.look("The day")
        s.focus("Jot a line", "text")
        s.type("Asked about night shifts")
        s.keys("Return")

    # --- review -------------------------------------------------------------------------------

    def recall(self) -> None:
        """One word, two questions, and that is all."""
        s = self.screen
        s.keys("alt+3")
        s.wait_for("That is all I remember")
        good = s.wait_for("Good", "radio button")
        s.focus_on(good)
        s.keys("space")
        s.until(lambda: s.is_checked(good), "the word was not chosen")
        self.look("Review: recall")
        s.focus("Next question", "text")
        for question in ASKED:
            s.type(question)
            s.keys("Return")
        s.press("That is all I remember")

    def form(self) -> None:
        """Ratings, forecast, what went well."""
        s = self.screen
        s.wait_for("My answers", "slider")
        self.look("Review: form")
        s.focus("My answers", "slider")
        s.keys("4")
        s.until(lambda: s.value_of("My answers", "slider") == 4, "the rating was not taken")
        s.focus("Before you hear back: how likely is a yes?", "slider")
        s.keys("Right", "Right")
        s.write("What went well", WELL)
        s.keys("ctrl+shift+h")
        s.until(lambda: s.front().get_role_name() == "dialog", "no earlier versions")
        self.look("Dialog: earlier versions")
        s.keys("Escape")
        s.until(lambda: s.front().get_role_name() == "frame", "Esc does not close the versions")

    def seal(self) -> None:
        """The seal asks once."""
        s = self.screen
        s.press("Finish and seal review")
        s.wait_for("Seal review", "push button")
        self.look("Question: seal")
        s.press("Seal review")
        s.wait_for("Sealed review")
        self.look("Review: sealed")

    # --- outcome ------------------------------------------------------------------------------

    def outcome(self) -> None:
        """Not this time; one reason is weighed."""
        s = self.screen
        s.keys("alt+4")
        s.wait_for("Not this time")
        self.look("Outcome: the answer")
        s.press("Not this time")
        s.wait_for("Not this time. What can explain it?")
        self.look("Outcome: reasons")
        self.weigh()

    def weigh(self) -> None:
        """Give the first reason a clear sign."""
        s = self.screen
        s.until(
            lambda: any(n.role == "radio button" and n.has("focused") for n in s.read()),
            "the focus is not at the first reason",
        )
        s.keys("Right", "Right")
        s.wait_for("Evidence: …", "text")
        self.look("Outcome: a reason weighed")

    # --- finding again ------------------------------------------------------------------------

    def find_again(self) -> None:
        """The timeline finds it by search and opens it by Enter."""
        s = self.screen
        s.keys("ctrl+3")
        s.wait_for("Search the timeline", "text")
        self.look("Timeline")
        s.keys("ctrl+f")
        s.until(
            lambda: s.has_focus(s.find("Search the timeline", "text")), "Ctrl+F does not search"
        )
        s.type("night shift")
        s.until(
            lambda: s.find("Search the timeline", "text").get_description() == "1 found",
            "the search does not tell how many it found",
        )
        s.keys("Down")
        s.until(
            lambda: any(n.has("focused") and COMPANY in n.name for n in s.read()),
            "Down does not go to what was found",
        )
        self.look("Timeline: found")
        s.focus("Timeline", "table")
        s.keys("Return")
        s.wait_for(PAGE, "filler")

    # --- what else there is -------------------------------------------------------------------

    def the_rest(self) -> None:
        """The pages and dialogs beside the way."""
        s = self.screen
        for page, keys in (
            ("Today", "ctrl+1"),
            ("Interviews", "ctrl+2"),
            ("Library", "ctrl+4"),
            ("Insights", "ctrl+5"),
            ("Settings", "ctrl+6"),
        ):
            s.go(keys, page)
            # What is counted aside comes a moment later.
            s.pump(400)
            self.look(page)
        s.keys("ctrl+k")
        s.wait_for("Search everything, or name a command", "text")
        self.look("Dialog: find anything")
        s.focus("Search everything, or name a command", "text")
        s.heard()
        s.keys("Down")
        s.until(s.heard, "find anything does not say what the arrows choose")
        s.keys("Escape")
        for name, keys in (
            ("Dialog: keyboard shortcuts", "F1"),
            ("Dialog: new opportunity", "ctrl+shift+o"),
            ("Dialog: from a posting", "ctrl+shift+j"),
        ):
            s.keys(keys)
            s.until(lambda: s.front().get_role_name() == "dialog", f"{keys} opens nothing")
            self.look(name)
            s.keys("Escape")
            s.until(lambda: s.front().get_role_name() == "frame", "Esc does not close it")
