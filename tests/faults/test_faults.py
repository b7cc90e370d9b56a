"""A sample of every fault, in the suite: nothing that was shown may be lost."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from tests.faults.__main__ import ALL, tried


@pytest.mark.parametrize("fault", ALL)
@pytest.mark.timeout(900)
def test_nothing_that_was_shown_is_lost(
    fault: str, record_property: Callable[[str, object], None]
) -> None:
    tallies = tried(fault, sample=True)
    # Printed at the end of the run, with what could not be tried here and why.
    record_property("faults", json.dumps([one.values() for one in tallies]))
    assert tallies
    assert not [(one.fault, one.losses) for one in tallies if one.failed]
