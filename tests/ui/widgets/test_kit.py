"""The kit names everything it offers, and fetches it when it is asked for."""

import pytest

from interview_coach.ui import widgets


def test_every_name_of_the_kit_has_its_place() -> None:
    assert sorted(widgets._PLACES) == sorted(widgets.__all__)
    # A module would hide what has its name, once it is imported.
    assert not set(widgets.__all__) & set(widgets._PLACES.values())
    for name in widgets.__all__:
        assert getattr(widgets, name).__module__.startswith("interview_coach.ui.widgets.")


def test_another_name_is_refused_as_by_any_module() -> None:
    with pytest.raises(AttributeError, match="no attribute 'Nothing'"):
        _ = widgets.Nothing
