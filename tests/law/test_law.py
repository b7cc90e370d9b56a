"""Holds the project to its laws: one test per sentence."""

import pytest

from tests.conftest import ROOT
from tests.law import habits, imports, sentences
from tests.law.code import Code

LAWS = {**imports.RULES, **habits.RULES, **sentences.RULES}


@pytest.fixture(scope="module")
def code() -> Code:
    return Code(ROOT)


@pytest.mark.parametrize("sentence", LAWS)
def test_the_project_keeps_the_law(code: Code, sentence: str) -> None:
    breaches = LAWS[sentence](code)
    assert not breaches, sentence + "\n" + "\n".join(breaches)
