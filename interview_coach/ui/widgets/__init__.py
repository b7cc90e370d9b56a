"""The kit that pages are built from: every widget here re-themes itself and speaks to screen readers.

A name is fetched from its module when it is first asked for: the start needs a third of them, and
the classes of Qt that the others are made of take their time to come up.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from interview_coach.ui.widgets.buttons import (
        DangerButton,
        FlatButton,
        IconButton,
        LinkButton,
        PaintedButton,
        PrimaryButton,
        QuietButton,
    )
    from interview_coach.ui.widgets.cards import Card
    from interview_coach.ui.widgets.checks import CheckRow, Tick
    from interview_coach.ui.widgets.chips import Chip, DropChip, FilterChips, FilterOption
    from interview_coach.ui.widgets.dots import RatingDots
    from interview_coach.ui.widgets.drawing import (
        chip_width,
        live,
        paint_box,
        paint_chip,
        paint_dots,
        paint_focus,
        paint_rail,
        placed,
        show_when,
    )
    from interview_coach.ui.widgets.field import Field
    from interview_coach.ui.widgets.flashing import Flash, flash
    from interview_coach.ui.widgets.flow import FlowLayout
    from interview_coach.ui.widgets.forecast import ForecastSlider
    from interview_coach.ui.widgets.heads import Crumbs, Divider, Facts, PageHeader, SectionHeading
    from interview_coach.ui.widgets.icons import IconLabel
    from interview_coach.ui.widgets.inputs import (
        Calendar,
        ChoiceField,
        DateField,
        NumberField,
        Option,
        TimeField,
    )
    from interview_coach.ui.widgets.labels import (
        ElidedLabel,
        Label,
        body,
        heading,
        muted,
        plain_tooltip,
        set_tooltip,
        small,
        title,
        unseen_label,
    )
    from interview_coach.ui.widgets.menus import add_copy, give_letters
    from interview_coach.ui.widgets.meters import Bar, Ring
    from interview_coach.ui.widgets.notices import Banner, EmptyState, Toast, announce
    from interview_coach.ui.widgets.pages import Columns, ScrollPage
    from interview_coach.ui.widgets.parts import ThreeParts
    from interview_coach.ui.widgets.rows import Rows, Section
    from interview_coach.ui.widgets.search import SearchField
    from interview_coach.ui.widgets.segmented import Segment, Segmented
    from interview_coach.ui.widgets.steps import Steps
    from interview_coach.ui.widgets.tab_order import tab_on
    from interview_coach.ui.widgets.texts import LineText, LongText
    from interview_coach.ui.widgets.ticked_lines import TickedLines
    from interview_coach.ui.widgets.weeks import Week, WeekBox, WeekStrip

_NAMES = {
    "buttons": "DangerButton FlatButton IconButton LinkButton PaintedButton PrimaryButton QuietButton",
    "cards": "Card",
    "checks": "CheckRow Tick",
    "chips": "Chip DropChip FilterChips FilterOption",
    "dots": "RatingDots",
    "drawing": "chip_width live paint_box paint_chip paint_dots paint_focus paint_rail placed show_when",
    "field": "Field",
    "flashing": "Flash flash",
    "flow": "FlowLayout",
    "forecast": "ForecastSlider",
    "heads": "Crumbs Divider Facts PageHeader SectionHeading",
    "icons": "IconLabel",
    "inputs": "Calendar ChoiceField DateField NumberField Option TimeField",
    "labels": "ElidedLabel Label body heading muted plain_tooltip set_tooltip small title unseen_label",
    "menus": "add_copy give_letters",
    "meters": "Bar Ring",
    "notices": "Banner EmptyState Toast announce",
    "pages": "Columns ScrollPage",
    "parts": "ThreeParts",
    "rows": "Rows Section",
    "search": "SearchField",
    "segmented": "Segment Segmented",
    "steps": "Steps",
    "tab_order": "tab_on",
    "texts": "LineText LongText",
    "ticked_lines": "TickedLines",
    "weeks": "Week WeekBox WeekStrip",
}
_PLACES = {name: module for module, names in _NAMES.items() for name in names.split()}

__all__ = [
    "Banner",
    "Bar",
    "Calendar",
    "Card",
    "CheckRow",
    "Chip",
    "ChoiceField",
    "Columns",
    "Crumbs",
    "DangerButton",
    "DateField",
    "Divider",
    "DropChip",
    "ElidedLabel",
    "EmptyState",
    "Facts",
    "Field",
    "FilterChips",
    "FilterOption",
    "Flash",
    "FlatButton",
    "FlowLayout",
    "ForecastSlider",
    "IconButton",
    "IconLabel",
    "Label",
    "LineText",
    "LinkButton",
    "LongText",
    "NumberField",
    "Option",
    "PageHeader",
    "PaintedButton",
    "PrimaryButton",
    "QuietButton",
    "RatingDots",
    "Ring",
    "Rows",
    "ScrollPage",
    "SearchField",
    "Section",
    "SectionHeading",
    "Segment",
    "Segmented",
    "Steps",
    "ThreeParts",
    "Tick",
    "TickedLines",
    "TimeField",
    "Toast",
    "Week",
    "WeekBox",
    "WeekStrip",
    "add_copy",
    "announce",
    "body",
    "chip_width",
    "flash",
    "give_letters",
    "heading",
    "live",
    "muted",
    "paint_box",
    "paint_chip",
    "paint_dots",
    "paint_focus",
    "paint_rail",
    "placed",
    "plain_tooltip",
    "set_tooltip",
    "show_when",
    "small",
    "tab_on",
    "title",
    "unseen_label",
]


def __getattr__(name: str) -> object:
    if name not in _PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(f"{__name__}.{_PLACES[name]}"), name)
    globals()[name] = found
    return found
