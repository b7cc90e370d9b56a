"""Wall clocks and instants: skipped and repeated times, the answer to which of two, round trips."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from interview_coach.domain.zones import (
    WALL_FORMAT,
    check_wall,
    is_repeated,
    is_skipped,
    is_zone,
    parse_utc,
    parse_wall,
    to_utc,
    to_wall,
    zone_names,
)

BERLIN = "Europe/Berlin"
LONDON = "Europe/London"
NEW_YORK = "America/New_York"
LORD_HOWE = "Australia/Lord_Howe"
KATHMANDU = "Asia/Kathmandu"
PLACES = (BERLIN, LONDON, NEW_YORK, LORD_HOWE, KATHMANDU)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("zone", "before", "first", "last", "after"),
    [
        (BERLIN, "2027-03-28T01:59", "2027-03-28T02:00", "2027-03-28T02:59", "2027-03-28T03:00"),
        (LONDON, "2027-03-28T00:59", "2027-03-28T01:00", "2027-03-28T01:59", "2027-03-28T02:00"),
        (NEW_YORK, "2027-03-14T01:59", "2027-03-14T02:00", "2027-03-14T02:59", "2027-03-14T03:00"),
        # Half an hour only.
        (LORD_HOWE, "2026-10-04T01:59", "2026-10-04T02:00", "2026-10-04T02:29", "2026-10-04T02:30"),
        # The one change that Kathmandu had: fifteen minutes in 1986.
        (KATHMANDU, "1985-12-31T23:59", "1986-01-01T00:00", "1986-01-01T00:14", "1986-01-01T00:15"),
    ],
)
def test_skipped_times(zone: str, before: str, first: str, last: str, after: str) -> None:
    assert [is_skipped(at(t), zone) for t in (before, first, last, after)] == [
        False,
        True,
        True,
        False,
    ]
    assert not any(is_repeated(at(t), zone) for t in (before, first, last, after))
    assert to_utc(at(after), zone) - to_utc(at(before), zone) == timedelta(minutes=1)
    for fold in (None, 0, 1):
        (found,) = check_wall(at(first), zone, fold)
        assert (found.field, found.code) == ("start", "skipped_time")
        assert found.args == {"zone": zone, "time": first[-5:]}
        assert check_wall(at(before), zone, fold) == []
        assert check_wall(at(after), zone, fold) == []


@pytest.mark.parametrize(
    ("zone", "before", "first", "last", "after", "minutes"),
    [
        (
            BERLIN,
            "2026-10-25T01:59",
            "2026-10-25T02:00",
            "2026-10-25T02:59",
            "2026-10-25T03:00",
            60,
        ),
        (
            LONDON,
            "2026-10-25T00:59",
            "2026-10-25T01:00",
            "2026-10-25T01:59",
            "2026-10-25T02:00",
            60,
        ),
        (
            NEW_YORK,
            "2026-11-01T00:59",
            "2026-11-01T01:00",
            "2026-11-01T01:59",
            "2026-11-01T02:00",
            60,
        ),
        (
            LORD_HOWE,
            "2027-04-04T01:29",
            "2027-04-04T01:30",
            "2027-04-04T01:59",
            "2027-04-04T02:00",
            30,
        ),
    ],
)
def test_repeated_times(
    zone: str, before: str, first: str, last: str, after: str, minutes: int
) -> None:
    assert [is_repeated(at(t), zone) for t in (before, first, last, after)] == [
        False,
        True,
        True,
        False,
    ]
    assert not any(is_skipped(at(t), zone) for t in (before, first, last, after))
    for wall in (at(first), at(last)):
        (found,) = check_wall(wall, zone, None, "when")
        assert (found.field, found.code) == ("when", "repeated_time")
        assert found.args == {"zone": zone, "time": f"{wall:%H:%M}"}
        # Either answer settles it, and they are two different instants.
        assert check_wall(wall, zone, 0) == check_wall(wall, zone, 1) == []
        assert to_utc(wall, zone, 1) - to_utc(wall, zone, 0) == timedelta(minutes=minutes)
        assert to_wall(to_utc(wall, zone, 0), zone) == to_wall(to_utc(wall, zone, 1), zone) == wall
    assert check_wall(at(before), zone, None) == check_wall(at(after), zone, None) == []


def test_kathmandu_asks_no_question() -> None:
    day = at("2026-01-01T00:00")
    assert all(
        check_wall(day + timedelta(minutes=45 * n), KATHMANDU, None) == [] for n in range(12_000)
    )
    assert to_utc(at("2026-11-24T14:00"), KATHMANDU) == datetime(2026, 11, 24, 8, 15, tzinfo=UTC)


@pytest.mark.parametrize("fold", [0, 1])
def test_an_answer_that_nobody_asked_for_changes_nothing(fold: int) -> None:
    wall = at("2026-11-24T14:00")
    for zone in PLACES:
        assert to_utc(wall, zone, fold) == to_utc(wall, zone)


@pytest.mark.parametrize("zone", PLACES)
def test_a_leap_day_is_a_day(zone: str) -> None:
    wall = at("2028-02-29T10:30")
    assert check_wall(wall, zone, None) == []
    assert to_wall(to_utc(wall, zone), zone) == wall
    day_after = to_utc(at("2028-03-01T10:30"), zone)
    assert day_after - to_utc(wall, zone) == timedelta(days=1)


@given(
    st.datetimes(at("1990-01-01T00:00"), at("2100-12-31T23:59")),
    st.sampled_from([*PLACES, "Africa/Casablanca", "America/St_Johns", "Pacific/Apia", "UTC"]),
    st.sampled_from([0, 1]),
)
@example(at("2026-10-25T02:30"), BERLIN, 0)
@example(at("2026-10-25T02:30"), BERLIN, 1)
def test_a_time_that_exists_comes_back(wall: datetime, zone: str, fold: int) -> None:
    assume(not is_skipped(wall, zone))
    instant = to_utc(wall, zone, fold)
    assert instant.utcoffset() == timedelta()
    assert to_wall(instant, zone) == wall
    assert to_wall(instant, zone).tzinfo is None


@given(
    st.datetimes(at("1990-01-01T00:00"), at("2100-12-31T00:00"), timezones=st.just(UTC)),
    st.sampled_from(PLACES),
)
def test_every_instant_has_a_wall_time_that_exists(instant: datetime, zone: str) -> None:
    wall = to_wall(instant, zone)
    assert not is_skipped(wall, zone)
    # Of a repeated time one of the two answers is meant, of any other both say the same.
    found = [to_utc(wall, zone, fold) == instant for fold in (0, 1)]
    assert sum(found) == (1 if is_repeated(wall, zone) else 2)


@given(st.datetimes(at("1990-01-01T00:00"), at("2100-12-31T00:00")), st.sampled_from(PLACES))
def test_no_time_is_both_skipped_and_repeated(wall: datetime, zone: str) -> None:
    assert not (is_skipped(wall, zone) and is_repeated(wall, zone))


@pytest.mark.parametrize(
    "name",
    [
        "",
        " ",
        ".",
        "..",
        "/",
        "Atlantis",
        "Europe",
        "Europe/Berlin ",
        "Europe/Berlin/",
        "../../../etc/passwd",
        "/etc/localtime",
        "Europe/../Europe/Berlin",
        "Europe/Berlin\x00",
        "\x00",
        "Europe\\Berlin",
        "C:\\zone",
        "x" * 5000,
        "Zürich",
        "🕰",
        "\ud800",
    ],
)
def test_what_is_no_zone_is_refused_and_not_read(name: str) -> None:
    assert not is_zone(name)
    (found,) = check_wall(at("2026-10-25T02:30"), name, None)
    assert (found.field, found.code) == ("zone", "unknown_zone")


@given(st.text(max_size=20))
def test_no_text_breaks_the_question_for_a_zone(name: str) -> None:
    assert is_zone(name) is (check_wall(at("2026-11-24T14:00"), name, 0) == [])


def test_the_zones_that_are_offered_are_zones() -> None:
    names = zone_names()
    assert set(PLACES) <= set(names)
    assert len(names) == len(set(names)) > 300
    assert names[-1] == "UTC"
    assert not [n for n in names if n.startswith(("Etc/", "US/", "posix/", "right/"))]
    assert all(is_zone(name) for name in names)


@given(st.datetimes(at("1990-01-01T00:00"), at("2100-12-31T00:00")))
def test_a_stored_wall_time_comes_back(wall: datetime) -> None:
    minute = wall.replace(second=0, microsecond=0)
    assert parse_wall(minute.strftime(WALL_FORMAT)) == minute


@pytest.mark.parametrize(
    "text",
    [
        "",
        "today",
        "2026-11-24",
        "2026-11-24T14:00:00",
        "2026-11-24T14:00Z",
        "2026-11-24T14+01:00",
        "2026-02-29T10:00",
        "2026-13-01T10:00",
        "2026-11-24T24:01",
    ],
)
def test_what_is_no_wall_time_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  the whole contract
        parse_wall(text)


def test_an_instant_is_read_whatever_its_offset() -> None:
    wanted = datetime(2026, 11, 24, 13, 0, tzinfo=UTC)
    for text in ("2026-11-24T13:00:00", "2026-11-24T13:00:00Z", "2026-11-24T14:00:00+01:00"):
        assert parse_utc(text) == wanted
        assert parse_utc(text).utcoffset() == timedelta()
    east = datetime(2026, 11, 24, 18, 45, tzinfo=timezone(timedelta(hours=5, minutes=45)))
    assert parse_utc(east.isoformat()) == wanted
    with pytest.raises(ValueError, match="tomorrow"):
        parse_utc("tomorrow")
