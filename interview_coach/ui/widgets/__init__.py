"""The kit that pages are built from: every widget here re-themes itself and speaks to screen readers."""

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
)
from interview_coach.ui.widgets.field import Field
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
from interview_coach.ui.widgets.weeks import Week, WeekBox, WeekStrip

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
    "TimeField",
    "Toast",
    "Week",
    "WeekBox",
    "WeekStrip",
    "announce",
    "body",
    "chip_width",
    "heading",
    "live",
    "muted",
    "paint_box",
    "paint_chip",
    "paint_dots",
    "paint_focus",
    "paint_rail",
    "plain_tooltip",
    "set_tooltip",
    "small",
    "tab_on",
    "title",
    "unseen_label",
]
