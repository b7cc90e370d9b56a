"""Builds one window with every widget of the kit, for pictures and for looking at."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from interview_coach.ui import widgets as kit
from interview_coach.ui.widgets import Segment, Week, WeekBox

_SIGNS = ("No sign", "Some", "Clear")


def _row(*pieces: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(12)
    for piece in pieces:
        row.addWidget(piece)
    row.addStretch(1)
    return holder


def _today() -> QWidget:
    card = kit.Card()
    card.add_to_heading(kit.Chip("in 1 day 16 h", "accent", "clock"))
    card.add(
        _row(
            kit.Chip("in 1 day 16 h", "accent", "clock"),
            kit.small("Tue 24 Nov, 14:00 – 14:45", wrap=False),
        )
    )
    names = QWidget()
    column = QVBoxLayout(names)
    column.addWidget(kit.Label("Northwind Robotics", "name"))
    column.addWidget(kit.muted("Senior Data Engineer · Technical interview", wrap=False))
    column.addWidget(kit.small("18 of 28 prepared · 4 talking points rehearsed"))
    card.add(_row(kit.Ring(64, "Prepared"), names))
    card.add(kit.heading("Worth doing next"))
    for text, detail in (
        ("Find one recent thing they shipped, and what you think of it", "Research · company"),
        ("Say “the outage that taught me ownership” out loud once", "Story · not yet rehearsed"),
    ):
        card.add(kit.CheckRow(text, detail))
        card.add(kit.Divider())
    card.add(
        _row(
            kit.PrimaryButton("Continue preparing"),
            kit.QuietButton("Cue card", "rectangle-ellipsis"),
            kit.QuietButton("Short on time: the ten that matter", "timer"),
        )
    )
    return card


def _prepare() -> QWidget:
    card = kit.Card("Prepare", note="18 of 28")
    card.add_to_heading(kit.FlatButton("Add", "plus"))
    card.add(kit.Bar(18, 28, "Prepared"))
    sections = [("All", ""), ("Research", "6/8"), ("Points", "5/7"), ("Stories", "3/5")]
    card.add(
        kit.FilterChips(
            [kit.FilterOption(text, text, tally) for text, tally in sections], "All", "Sections"
        )
    )
    research = kit.Section("Research", "building-2")
    card.add(research)
    research.add(
        kit.CheckRow(
            "What they make, and who pays for it",
            "Warehouse robots sold to third-party logistics firms; 240 people; series C in June",
            checked=True,
            fades=True,
        )
    )
    research.add(
        kit.CheckRow(
            "One recent thing they shipped", fades=True, trailing=kit.Chip("Gap", "attention")
        )
    )
    return card


def _review() -> QWidget:
    card = kit.Card("Review", note="Draft saved")
    for name, rating in (("My answers", 4), ("Connection with them", 3), ("Energy", None)):
        words = ("Hard", "Uneven", "Fair", "Good", "Great")
        card.add(_row(kit.Label(name), kit.RatingDots(rating, name, words=words)))
    card.add(kit.RatingDots(4, "Sealed", read_only=True))
    card.add(kit.ForecastSlider(70, "How likely is a yes?"))
    card.add(kit.ForecastSlider(None, "Another one"))
    landed = [Segment(0, "Not said"), Segment(1, "Said"), Segment(2, "Landed", "good")]
    card.add(kit.Segmented(landed, 2, "The migration"))
    feel = [Segment(n, text) for n, text in enumerate(("Rough", "Uneven", "All right", "Good"))]
    card.add(kit.Segmented(feel, 3, "How did it feel?", optional=True))
    card.add(kit.Field("What went well", kit.LongText("The migration story. Priya leaned in.")))
    wrong = kit.Field("Name", kit.LineText("", placeholder="A name"), "As it is spelt")
    wrong.show_error("A company needs a name.")
    card.add(wrong)
    card.add(_row(kit.PrimaryButton("Finish and seal review", "lock"), kit.LinkButton("Later")))
    return card


def _debrief() -> QWidget:
    card = kit.Card("Not this time. What can explain it?")
    card.add(kit.small("Go by signs, not by mood. “No sign” is a good answer."))
    card.add(kit.SectionHeading("Not yours to control", "wind", ink="not_yours"))
    for chosen in range(3):
        signs = [Segment(n, text, "not_yours") for n, text in enumerate(_SIGNS)]
        card.add(_row(kit.Label("The job changed"), kit.Segmented(signs, chosen, "Sign")))
    card.add(
        kit.SectionHeading(
            "Yours to work on", "sprout", note="from your sealed review", ink="accent"
        )
    )
    card.add(kit.ThreeParts((0.5, 0.25, 0.25), ("More not yours", "Can’t know", "Yours")))
    card.add(kit.ThreeParts((5, 3, 3), solid=True))
    return card


def _side() -> list[QWidget]:
    tinted = kit.Card("Carry this in", look="tinted", icon="sparkles")
    tinted.add(kit.body("“The warehouse migration” landed in 3 of 3 interviews."))
    tinted.add(kit.CheckRow("Draw the diagram first, then explain it", "Brightwater, 16 Nov"))
    dashed = kit.Card(look="dashed")
    dashed.add(
        kit.EmptyState(
            "lock",
            "Review",
            "Opens Tuesday 14:45, when the interview ends.",
            "Review now",
            primary=False,
        )
    )
    selected = kit.Card("Brightwater")
    selected.add_to_heading(kit.Chip("Waiting · 60%"))
    selected.set_selected(True)
    chips = _row(
        kit.Chip("Strong", "good"),
        kit.Chip("Gap", "attention"),
        kit.Chip("Theirs", "not_yours"),
        kit.Chip("Not this time · 4 Dec", "neutral", "circle-minus"),
    )
    drops = _row(
        kit.DropChip([(None, "All companies"), (1, "Lumen")], "building-2", "Company"),
        kit.DropChip([(None, "Any time")], "calendar", "Time"),
    )
    buttons = _row(
        kit.IconButton("trash-2", "Delete"),
        kit.IconButton("ellipsis", "More", framed=True),
        kit.DangerButton("Empty the trash"),
    )
    off = kit.PrimaryButton("Off")
    off.setEnabled(False)
    elided = kit.ElidedLabel(
        "A very long company name that cannot be shown as a whole in here, at all"
    )
    return [
        tinted,
        dashed,
        selected,
        chips,
        drops,
        buttons,
        off,
        elided,
        kit.Banner("This text was kept as it was.", "attention", action="Show", dismissable=True),
        kit.Banner("An own interview ended.", "info"),
        kit.Banner("The disk is full.", "bad"),
    ]


def _weeks() -> QWidget:
    card = kit.Card("Your last twelve weeks", note="9 interviews · 8 reviewed · 2 offers")
    weeks = [
        Week("Sep 7"),
        Week("", [WeekBox("no", key=1)]),
        Week("21", [WeekBox("no", key=2)]),
        Week(""),
        Week("Oct 5", [WeekBox("offer", "good", 3), WeekBox("no", key=4)]),
        Week(""),
        Week("19", [WeekBox("no")]),
        Week("", [WeekBox("offer", "good")]),
        Week("Nov 2"),
        Week("", [WeekBox("waiting"), WeekBox("waiting")]),
        Week("16", [WeekBox("review", "attention")]),
        Week("", [WeekBox("Tue", "accent")]),
    ]
    card.add(kit.WeekStrip(weeks, "Your last twelve weeks"))
    return card


def build_gallery() -> kit.ScrollPage:
    """Return a page with all of the kit on it."""
    page = kit.ScrollPage()
    header = kit.PageHeader("Senior Data Engineer", "One interview this week.", rest="at Northwind")
    crumbs = kit.Crumbs(["Interviews", "Northwind Robotics"])
    header.add_above(crumbs)
    header.add_below(
        kit.Facts([("calendar", "Tue 24 Nov, 14:00 – 14:45"), ("video", "Video call")])
    )
    search = kit.SearchField("Search everything", hint="Ctrl K")
    header.add(search)
    header.add(kit.PrimaryButton("New interview", "plus"))
    page.add(header)
    steps = kit.Steps(["Prepare", "Interview", "Review", "Outcome"], 2)
    page.add(steps)
    columns = kit.Columns(420)
    for piece in (_today(), _prepare(), _review(), _debrief()):
        columns.main.addWidget(piece)
    for piece in _side():
        columns.side.addWidget(piece)
    columns.side.addStretch(1)
    page.add(columns)
    page.add(_weeks())
    page.body.addStretch(1)
    return page
