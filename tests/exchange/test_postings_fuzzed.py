"""Whatever a posting holds, it is read or refused with a reason: no crash, no hang, no end of memory."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from interview_coach.domain.incoming import Refused
from interview_coach.domain.interview import check_opportunity
from interview_coach.domain.posting import Posting
from interview_coach.domain.text import LINE_LIMIT, TEXT_LIMIT
from interview_coach.exchange.posting import reading
from interview_coach.exchange.posting.forgiving import values
from tests.exchange.documents import docx, pdf

NAMES = (
    *(
        "@type",
        "@id",
        "@graph",
        "title",
        "name",
        "description",
        "hiringOrganization",
        "jobLocation",
    ),
    *("address", "addressLocality", "baseSalary", "value", "minValue", "currency", "unitText"),
    *("datePosted", "validThrough", "url", "employmentType", "qualifications", "jobLocationType"),
)
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False),
    st.text(max_size=30),
    st.sampled_from(
        ["JobPosting", "TELECOMMUTE", "2026-11-30", "<p>a</p>", "&lt;ul&gt;", "https://x.y/z"]
    ),
)
THINGS = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(st.sampled_from(NAMES), inner, max_size=6)
    ),
    max_leaves=20,
)
JOBS = st.dictionaries(st.sampled_from(NAMES), THINGS, max_size=12).map(
    lambda thing: {**thing, "@type": "JobPosting"}
)
PIECES = st.sampled_from(
    [
        *(
            "<html>",
            "<script type=application/ld+json>",
            "</script>",
            "<h1>",
            "</h1>",
            "<ul><li>",
            "<!--",
        ),
        *(
            '{"@type":"JobPosting",',
            '"title":"x"',
            "}",
            "[",
            "&lt;p&gt;",
            "<div itemscope itemtype=JobPosting>",
        ),
        *(
            '<i itemprop="title">',
            "</i>",
            "Requirements\n",
            "- must have ",
            "\r\n",
            "\0",
            "\ufeff",
            "é",
            "<",
            ">",
        ),
    ]
)


def sound(found: Posting) -> None:
    assert found == found.cleaned()
    assert len(found.text) <= TEXT_LIMIT
    assert max(map(len, (found.title, found.company, found.place, found.pay))) <= LINE_LIMIT
    wrong = {complaint.field for complaint in check_opportunity(found.draft().cleaned())}
    assert wrong <= {"company", "title"}  # what is missing is for the person to write
    json.dumps(reading.describe(found))


def read(data: bytes) -> None:
    with suppress(Refused):
        sound(reading.read(data))


@settings(max_examples=40)
@given(JOBS)
def test_any_structured_data(thing: dict[str, Any]) -> None:
    page = f'<html><script type="application/ld+json">{json.dumps(thing)}</script><h1>A</h1></html>'
    read(page.encode())
    read(json.dumps([thing]).encode())


@settings(max_examples=60)
@given(st.lists(st.one_of(PIECES, st.text(max_size=20)), max_size=30).map("".join))
def test_any_page_and_any_text(text: str) -> None:
    read(text.encode("utf-8", "replace"))


@given(st.binary(max_size=300))
def test_any_bytes(data: bytes) -> None:
    read(data)


@given(st.lists(st.one_of(PIECES, st.text(max_size=10)), max_size=20).map("".join))
def test_any_json_gives_values_or_none(text: str) -> None:
    assert all(isinstance(value, dict | list) for value in values(text))


@settings(max_examples=40)
@given(st.data())
def test_a_broken_document_is_refused(data: st.DataObject) -> None:
    whole = data.draw(st.sampled_from([pdf(["Baker wanted at once"]), DOCX]))
    at = data.draw(st.integers(0, len(whole) - 1))
    cut = data.draw(st.booleans())
    broken = whole[:at] if cut else whole[:at] + bytes([whole[at] ^ 0x5A]) + whole[at + 1 :]
    # Apart, where documents are read, any other end of the reading is told as "damaged".
    with suppress(Exception):
        read(broken)


DOCX = docx(["Baker wanted at once"], ["An oven"])
