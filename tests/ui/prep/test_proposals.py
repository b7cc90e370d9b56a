"""What the posting asks for, looked over, and matched with what one has."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from interview_coach.domain.interview import OpportunityDraft
from interview_coach.domain.kinds import LibraryKind, Strength
from interview_coach.domain.library import LibraryDraft
from interview_coach.store import interviews, library, opportunity, prep
from interview_coach.ui.prep.proposals import ProposalsDialog
from interview_coach.ui.prep.requirementeditor import RequirementEditor
from tests.ui.prep.conftest import Bench

POSTING = (
    "We are a team of four and you will be the fifth of us.\n\nRequirements\n- Patience with Kafka\n"
    "- A licence\n- SQL\n\nBenefits\n- 30 days of holiday"
)


def dialog_of(bench: Bench, qtbot: QtBot) -> ProposalsDialog:
    bench.panel.requirements._propose.click()
    qtbot.waitUntil(lambda: bench.panel.window().findChild(ProposalsDialog) is not None)
    found = bench.panel.window().findChild(ProposalsDialog)
    assert isinstance(found, ProposalsDialog)
    return found


def with_posting(bench: Bench, text: str) -> str:
    desk = bench.panel.desk
    key = desk.ask(interviews.interview_head, bench.panel.interview).opportunity_id
    draft = desk.ask(opportunity.opportunity_head, key).draft
    desk.do(opportunity.edit_opportunity, key, OpportunityDraft(draft.company, draft.title, text))
    return key


def wanted(bench: Bench) -> list[tuple[str, Strength]]:
    found = bench.panel.desk.ask(prep.checklist, bench.panel.interview)
    return [(one.text, one.strength) for one in found.requirements]


def test_proposals_are_taken_together_and_as_worded(bench: Bench, qtbot: QtBot) -> None:
    with_posting(bench, POSTING)
    before = wanted(bench)
    dialog = dialog_of(bench, qtbot)
    assert [text for text, _ in dialog.lines.proposals] == [
        "Patience with Kafka",
        "A licence",
        "SQL",
    ]
    qtbot.keyClick(dialog.lines.stops[2], Qt.Key.Key_Space)
    qtbot.keyClicks(dialog.lines.stops[1], "Much ")
    dialog.take_button.click()
    gap = Strength.GAP
    assert wanted(bench) == [*before, ("Much Patience with Kafka", gap), ("SQL", gap)]
    assert len(bench.panel.requirements.rows) == len(before) + 2
    bench.panel.desk.undo()
    assert wanted(bench) == before


def test_what_is_noted_already_is_not_proposed_again(bench: Bench, qtbot: QtBot) -> None:
    key = with_posting(bench, POSTING)
    bench.panel.desk.do(opportunity.add_requirement, key, "a LICENCE")
    dialog = dialog_of(bench, qtbot)
    assert [text for text, _ in dialog.lines.proposals] == ["Patience with Kafka", "SQL"]
    dialog.reject()


def test_where_nothing_is_found_it_says_so(bench: Bench, qtbot: QtBot) -> None:
    with_posting(bench, "Wir backen Brot.")
    dialog = dialog_of(bench, qtbot)
    assert dialog.lines.proposals == []
    assert not dialog.take_button.isVisible()
    assert "reads like a requirement" in dialog.sentence.text()
    dialog.reject()
    with_posting(bench, "")
    qtbot.waitUntil(lambda: bench.panel.window().findChild(ProposalsDialog) is None)
    assert "no posting yet" in dialog_of(bench, qtbot).sentence.text()


def test_a_line_too_long_is_said_and_kept(bench: Bench, qtbot: QtBot) -> None:
    with_posting(bench, POSTING)
    before = wanted(bench)
    dialog = dialog_of(bench, qtbot)
    dialog.lines.show_proposals([("a" * 600, True)])
    dialog.take()
    assert dialog.wrong.isVisible()
    assert wanted(bench) == before
    dialog.reject()


def test_a_story_is_put_beside_what_is_asked(bench: Bench, qtbot: QtBot) -> None:
    row = next(r for r in bench.panel.requirements.rows if r.requirement.strength is Strength.GAP)
    row.click()
    editor = bench.panel.requirements.findChild(RequirementEditor)
    assert isinstance(editor, RequirementEditor)
    assert editor.choose.isVisible()
    editor.choose.click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    offered = [action.text() for action in menu.actions()]
    items = bench.panel.desk.ask(prep.checklist, bench.panel.interview).items
    assert len(offered) > 2
    menu.actions()[0].trigger()
    menu.close()
    text = row.requirement.text
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    (found,) = [
        one
        for one in bench.panel.desk.ask(prep.checklist, bench.panel.interview).requirements
        if one.text == text
    ]
    assert found.strength is Strength.SOME
    assert found.evidence in {item.text for item in items}


def test_what_the_library_keeps_is_offered_too(bench: Bench, qtbot: QtBot) -> None:
    desk = bench.panel.desk
    desk.do(
        library.add_library_item,
        LibraryDraft(LibraryKind.STORY, "The night the stream stood still"),
    )
    row = next(r for r in bench.panel.requirements.rows if r.requirement.strength is Strength.GAP)
    row.click()
    editor = bench.panel.requirements.findChild(RequirementEditor)
    assert isinstance(editor, RequirementEditor)
    editor.choose.click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    # It asks for streaming: what shares words with that stands first.
    assert "The night the stream stood still" in [a.text() for a in menu.actions()[:3]]
    menu.close()
