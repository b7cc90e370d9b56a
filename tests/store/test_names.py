"""Companies are found by name, made when there is none, and written as the person last wrote them."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from interview_coach.domain.interview import InterviewDraft, OpportunityDraft
from interview_coach.store import interview, interviews, opportunity
from tests.stores import new_store

ROUND = InterviewDraft("Northwind", "Data Engineer", datetime(2026, 12, 1, 10, 0), "Europe/Berlin")


def test_a_company_is_named_once_whatever_its_letters(tmp_path: Path) -> None:
    store = new_store(tmp_path)
    store.do(interview.add_interview, ROUND)
    store.do(opportunity.add_opportunity, OpportunityDraft("NORTHWIND", "Another job"))
    assert store.ask(interviews.known_names).companies == ("Northwind",)
    store.close()


def test_a_company_is_written_as_it_was_written_last(tmp_path: Path) -> None:
    store = new_store(tmp_path)
    key = store.do(opportunity.add_opportunity, OpportunityDraft("northwind", "A job"))
    store.do(opportunity.edit_opportunity, key, OpportunityDraft("Northwind", "A job"))
    assert store.ask(interviews.known_names).companies == ("Northwind",)
    store.undo()
    assert store.ask(interviews.known_names).companies == ("northwind",)
    store.close()


def test_a_round_of_a_known_opportunity_makes_no_company(tmp_path: Path) -> None:
    store = new_store(tmp_path)
    key = store.do(opportunity.add_opportunity, OpportunityDraft("Northwind", "A job"))
    store.do(interview.add_interview, replace(ROUND, company="Elsewhere", opportunity_id=key))
    assert store.ask(interviews.known_names).companies == ("Northwind",)
    store.close()
