"""The real program, killed while somebody types: the words are in their fields, which say so."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from interview_coach.store import document
from tests.conftest import ROOT
from tests.journeys.person import Person
from tests.journeys.typing_process import FIELDS, place_of
from tests.stores import new_store


@pytest.mark.parametrize("scene", sorted(FIELDS))
def test_what_was_typed_is_in_its_field_at_the_next_start(person: Person, scene: str) -> None:
    store = new_store(person.folder, sample=True)
    before = store.ask(document.everything)
    store.close()
    with subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.typing_process", str(person.folder), scene],
        cwd=ROOT, stdout=subprocess.PIPE, text=True, env={**os.environ},
    ) as process:  # fmt: skip
        assert process.stdout is not None
        assert process.stdout.readline() == "kept\n"
        process.kill()
    person.start()
    assert person.desk.ask(document.everything) == before
    person.window.navigator.open(*place_of(person.desk, scene))
    for name, text in FIELDS[scene].items():
        field = next(f for kind in (QLineEdit, QPlainTextEdit) for f in person.all(name, kind))
        shown = field.text() if isinstance(field, QLineEdit) else field.toPlainText()  # type: ignore[attr-defined]
        assert text in shown
    person.wait_to_see("From before the program stopped. Not saved yet.")
