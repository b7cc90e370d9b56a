"""Short on time: ten items, what fits into thirty minutes first."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from interview_coach.domain.kinds import About, Section
from interview_coach.domain.prep import PrepItem, fitting, short_on_time


def item(
    place: int,
    *,
    section: Section = Section.RESEARCH,
    minutes: int = 3,
    weight: int = 2,
    done: bool = False,
    own: bool = False,
) -> PrepItem:
    about = About.ME if section is Section.TALKING_POINT else None
    return PrepItem(
        str(place), section, about, f"item {place}", "", "", done, place, minutes, weight, own=own
    )


items = st.lists(
    st.builds(
        item,
        st.integers(0, 40),
        section=st.sampled_from(Section),
        minutes=st.integers(1, 60),
        weight=st.integers(1, 3),
        done=st.booleans(),
        own=st.booleans(),
    ),
    max_size=40,
    unique_by=lambda i: i.id,
)


def test_nothing_when_all_is_done() -> None:
    assert short_on_time([item(1, done=True)]) == ()


def test_weight_goes_before_section() -> None:
    heavy = item(2, section=Section.QUESTION, weight=3)
    light = item(1, section=Section.LOGISTICS, weight=1)
    assert short_on_time([light, heavy]) == (heavy, light)


def test_an_own_point_goes_before_one_of_a_template() -> None:
    theirs = item(1, section=Section.TALKING_POINT)
    mine = item(2, section=Section.TALKING_POINT, own=True)
    assert short_on_time([theirs, mine]) == (mine, theirs)


def test_ten_of_twelve() -> None:
    many = [item(n, minutes=1) for n in range(12)]
    assert short_on_time(many) == tuple(many[:10])
    assert fitting(short_on_time(many)) == 10


def test_what_does_not_fit_comes_after_what_does() -> None:
    long, short = item(1, minutes=40, weight=3), item(2, minutes=5, weight=1)
    assert short_on_time([long, short]) == (short, long)
    assert fitting(short_on_time([long, short])) == 1
    three = [item(n, minutes=20) for n in range(3)]
    assert short_on_time(three) == tuple(three)
    assert fitting(three) == 1


@given(items)
def test_whatever_the_list(found: list[PrepItem]) -> None:
    chosen = short_on_time(found)
    open_ones = [i for i in found if not i.done]
    assert len(chosen) == min(10, len(open_ones))
    assert len(set(chosen)) == len(chosen)
    assert all(not i.done for i in chosen)
    first = fitting(chosen)
    assert sum(i.minutes for i in chosen[:first]) <= 30
    assert short_on_time(list(reversed(found))) == chosen or len({i.position for i in found}) < len(
        found
    )
