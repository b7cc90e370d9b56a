"""What lies behind the pages of the sample: a whole opportunity, what was learned, and what is kept beside."""

from __future__ import annotations

from tests.accessible.ways import Ways


class LookFurther(Ways):
    """Goes on from where `LookAround` ended."""

    def go(self) -> None:
        """All of it."""
        self.before()
        self.opportunity()
        self.reviews()
        self.after_a_no()
        self.reasons()
        self.afterwards()

    def before(self) -> None:
        """What a preparation holds beside the list, and the short list."""
        s = self.screen
        s.go("ctrl+1", "Today")
        s.press("Continue preparing")
        s.wait_for("How far you are prepared", "progress bar")
        s.press("Choose questions that you may expect")
        self.dialog("Questions you may expect")
        s.press("Add what was said about pay")
        s.pump(200)
        self.look("Prepare, pay", tab=False)
        s.keys("Escape")
        short = s.focus("Short on time", "check box")
        s.keys("space")
        s.until(lambda: s.is_checked(short), "Short on time was not chosen")
        s.pump(200)
        self.look("Short on time")
        s.focus_on(short)
        s.keys("space")

    def opportunity(self) -> None:
        """One with rounds, people, notes and talk of pay."""
        s = self.screen
        s.press("Northwind Robotics")
        s.wait_for("Edit", "push button")
        s.pump(300)
        self.look("Opportunity, whole")

    def reviews(self) -> None:
        """One to begin, one that is begun."""
        s = self.screen
        for press, name in (
            ("Review: Halden Bank", "Review: recall"),
            ("Continue: Müllerhaus Verlag", "Review, begun"),
        ):
            s.go("ctrl+1", "Today")
            s.press(press)
            s.wait_for("Review", "push button")
            s.pump(400)
            self.look(name)

    def after_a_no(self) -> None:
        """The private page for ten minutes of writing."""
        s = self.screen
        self.find("kestrel", "Kestrel")
        s.keys_to("alt+4", "Not this time. What can explain it?")
        s.press("Write")
        self.dialog("Ten minutes of writing")

    def reasons(self) -> None:
        """All reasons over all outcomes."""
        s = self.screen
        s.go("ctrl+shift+y", "All reasons")
        s.pump(300)
        self.look("All reasons")

    def afterwards(self) -> None:
        """What is written on the stairs outside, and to thank for it."""
        s = self.screen
        for keys, name in (("ctrl+shift+k", "Quick note"), ("ctrl+shift+g", "Thank-you note")):
            s.go("ctrl+1", "Today")
            s.quiet()
            s.keys(keys)
            self.dialog(name)
