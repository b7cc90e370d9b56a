"""The pages of the window, each imported and made when it is first shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from interview_coach.ui.desk import Desk
from interview_coach.ui.navigator import Navigator
from interview_coach.ui.theme import Theme

if TYPE_CHECKING:
    from interview_coach.ui.borders import Borders
    from interview_coach.ui.insights.page import InsightsPage, Keeper
    from interview_coach.ui.settings.page import SettingsPage


def page_makers(
    desk: Desk,
    navigator: Navigator,
    theme: Theme,
    borders: Borders | None,
    keeper: Keeper | None,
    settings_made: Callable[[SettingsPage], None],
    insights_made: Callable[[InsightsPage], None],
) -> dict[str, Callable[[], QWidget]]:
    """What makes each page, by its key; the two that end in `made` are given those pages.

    `borders` write and read files, `keeper` writes a figure's picture or table; see exchange.
    """

    def interviews() -> QWidget:
        from interview_coach.ui.interviews.page import InterviewsPage

        return InterviewsPage(desk, navigator)

    def opportunity() -> QWidget:
        from interview_coach.ui.interviews.opportunity_page import OpportunityPage
        from interview_coach.ui.outcome.without_round import WithoutRound
        from interview_coach.ui.pay.card import PayCard
        from interview_coach.ui.research.card import ResearchCard

        beside = (ResearchCard(desk), PayCard(desk))
        decided = WithoutRound(desk, navigator)
        return OpportunityPage(desk, navigator, beside=beside, decided=decided)

    def interview() -> QWidget:
        from interview_coach.ui.interview.page import InterviewPage

        return InterviewPage(desk, navigator)

    def timeline() -> QWidget:
        from interview_coach.ui.timeline.page import TimelinePage

        return TimelinePage(desk, navigator)

    def library() -> QWidget:
        from interview_coach.ui.library.page import LibraryPage

        return LibraryPage(desk, navigator, borders)

    def settings() -> QWidget:
        from interview_coach.ui.settings.page import SettingsPage

        page = SettingsPage(desk, navigator, theme, borders=borders)
        settings_made(page)
        return page

    def insights() -> QWidget:
        from interview_coach.ui.insights.page import InsightsPage

        page = InsightsPage(desk, navigator, keeper)
        insights_made(page)
        return page

    def reasons() -> QWidget:
        from interview_coach.ui.ledger.page import LedgerPage

        return LedgerPage(desk, navigator)

    return {
        "interviews": interviews,
        "opportunity": opportunity,
        "interview": interview,
        "timeline": timeline,
        "library": library,
        "insights": insights,
        "reasons": reasons,
        "settings": settings,
    }
