"""About: the version, the findings and the licences."""

from __future__ import annotations

from interview_coach import __version__
from interview_coach.ui.desk import Desk
from interview_coach.ui.settings.about import FINDINGS, LICENCES
from tests.ui.settings.acting import Show, said


def test_about_names_version_findings_and_licences(show: Show, desk: Desk) -> None:
    told = said(show(desk).about)
    assert f"Interview Coach {__version__}" in told
    for text, source in (*FINDINGS, *LICENCES):
        assert text in told
        assert source in told
    assert any("doi 10." in text for text in told)


def test_about_says_when_anything_goes_over_the_network(show: Show, desk: Desk) -> None:
    told = " ".join(said(show(desk).about))
    assert "nothing goes over the network unless you ask for a posting’s address" in told
