"""Postings as the web and its tools write them: each is read for what it says, and no more."""

from __future__ import annotations

import json
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from interview_coach.domain.incoming import Refused
from interview_coach.domain.posting import Posting
from interview_coach.exchange import recognise
from interview_coach.exchange.posting import reading
from tests.exchange.documents import docx, pdf

HERE = Path(__file__).parent / "postings"
EXPECTED: dict[str, dict[str, Any]] = json.loads((HERE / "expected.json").read_text("utf-8"))
JSON = '<script type="application/ld+json">{}</script>'


def structured(**said: Any) -> Posting:
    """A page with one job posting, read."""
    thing = {
        "@type": "JobPosting",
        "title": "Baker",
        "description": "Bread, and now and then cake.",
    }
    page = JSON.format(json.dumps({**thing, **said}))
    return reading.read(f"<html><head>{page}</head><body></body></html>".encode())


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_a_file_is_understood_field_by_field(name: str) -> None:
    found = reading.describe(reading.read((HERE / name).read_bytes(), name))
    assert {field: found[field] for field in EXPECTED[name]} == EXPECTED[name]
    assert len(found["text"]) > 20


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_the_door_knows_each_of_them(name: str) -> None:
    data = (HERE / name).read_bytes()
    assert recognise.format_of(recognise.Head(name, data[: recognise.HEAD])).KIND == "posting"


def test_no_fixture_lies_about_unread() -> None:
    assert {p.name for p in HERE.iterdir()} == {*EXPECTED, "expected.json"}


def test_a_file_is_read_in_a_process_apart() -> None:
    found = recognise.read(HERE / "no-structure.html")
    assert found.kind == "posting"
    told = json.loads(json.dumps(recognise.describe(found)))
    assert told["understood"]["title"] == "Baker"
    # What surrounds it stays out, and nothing ran.
    assert not {"newsletter", "Shop", "ran"} & set(found.what.text.replace(".", " ").split())


def test_a_list_stays_a_list_and_escaped_text_becomes_text() -> None:
    found = reading.read((HERE / "professional-network.html").read_bytes())
    assert found.text.splitlines() == [
        "About the role",
        "You build what the water leaves us.",
        "",
        "Requirements",
        "",
        "- Five years on site",
        "- R&D of concrete",
    ]


def test_a_raw_line_break_in_a_text_stays_one() -> None:
    found = reading.read((HERE / "several-scripts.html").read_bytes())
    assert "First line of the text\nand a second one" in found.text
    assert found.others == 1


@pytest.mark.parametrize(
    ("said", "pay"),
    [
        (50000, "50,000"),
        ("€ 40k plus a bicycle", "€ 40k plus a bicycle"),
        ({"currency": "EUR", "value": 3200.5}, "3,200.50 EUR"),
        ({"currency": "EUR", "value": {"maxValue": 9, "unitText": "HOUR"}}, "up to 9 EUR per hour"),
        ({"currency": "EUR", "value": {"minValue": 9, "maxValue": 9}}, "9 EUR"),
        ({"value": {"value": "12,5 / Std."}}, "12,5 / Std."),
        ({"value": {"minValue": 0, "maxValue": 0}}, ""),
        ({"value": True}, ""),
        ([{"currency": "EUR", "value": 1}, {"currency": "CHF", "value": 2}], "1 EUR; 2 CHF"),
        (None, ""),
        ({}, ""),
    ],
)
def test_pay_is_a_number_a_range_or_a_text(said: object, pay: str) -> None:
    assert structured(baseSalary=said).pay == pay


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("2026-11-30", date(2026, 11, 30)),
        ("2026-11-30T23:30:00", date(2026, 11, 30)),
        ("2026-11-30T23:30:00-11:00", date(2026, 11, 30)),
        ("2019-01-31T00:00Z", date(2019, 1, 31)),
        ("30.11.2026", date(2026, 11, 30)),
        ("November 30, 2026", date(2026, 11, 30)),
        ("30th November 2026", date(2026, 11, 30)),
        (1_795_996_800, date(2026, 11, 30)),
        ({"@value": "2026-11-30"}, date(2026, 11, 30)),
        ("03/04/2026", None),
        ("2026-19-40", None),
        ("2026-02-30", None),
        ("soon", None),
        ("", None),
        (7, None),
        (True, None),
    ],
)
def test_a_day_is_one_or_none(said: object, day: date | None) -> None:
    assert structured(validThrough=said).closes_on == day


@pytest.mark.parametrize(
    ("said", "company"),
    [
        ({"@type": "Organization", "name": "Tarn"}, "Tarn"),
        ("Tarn", "Tarn"),
        ([{"name": "Tarn"}, {"name": "Other"}], "Tarn"),
        ({"legalName": "Tarn Ltd"}, "Tarn Ltd"),
        ("https://tarn.example", ""),
        ({"name": None}, ""),
        ({}, ""),
        (None, ""),
        (4, ""),
    ],
)
def test_an_organisation_may_be_anything(said: object, company: str) -> None:
    assert structured(hiringOrganization=said).company == company


@pytest.mark.parametrize("times", [0, 1, 2, 3])
def test_however_often_it_was_escaped(times: int) -> None:
    text = "<p>Tea &amp; bread at four</p><ul><li>One</li></ul>"
    for _ in range(times):
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert structured(description=text).text == "Tea & bread at four\n\n- One"


def test_less_than_is_no_tag() -> None:
    text = "A team of < 10 people, and more than > 2 dogs live here"
    assert structured(description=text).text == text


def test_a_pdf_gives_its_text() -> None:
    lines = [
        "Harbour Pilot",
        "Company: Tide and Sons",
        "Location: Bergen",
        "You must know the coast.",
    ]
    found = reading.read(pdf(lines))
    assert (found.title, found.company, found.place) == ("Harbour Pilot", "Tide and Sons", "Bergen")
    assert "You must know the coast." in found.text


def test_a_document_gives_its_text_and_its_lists() -> None:
    data = docx(
        ["Harbour Pilot", "Company: Tide and Sons", "Requirements"], ["A boat", "A licence"]
    )
    found = reading.read(data)
    assert (found.title, found.company) == ("Harbour Pilot", "Tide and Sons")
    assert reading.describe(found)["asks"] == ["A boat", "A licence"]
    assert recognise.read_bytes(data, "pilot.docx").what == found


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"  \n ", "empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "not_understood"),
        (bytes(range(256)) * 40, "not_understood"),
        (b"BEGIN:VCALENDAR\nEND:VCALENDAR\n" * 4, "not_understood"),
        (b'{"basics": {"name": "Ada"}, "work": []}', "no_posting"),
        (b"[" * 200_000, "no_posting"),
        (b"<html><body><div id=app></div><script>go()</script></body></html>", "no_text"),
        (b"short", "too_little"),
        (b"PK\x03\x04" + b"word/" + bytes(100), "damaged"),
        (pdf([]), "no_text"),
    ],
)
def test_what_is_no_posting_is_refused_with_its_reason(data: bytes, code: str) -> None:
    with pytest.raises(Refused) as error:
        reading.read(data)
    assert error.value.code == code


def test_what_is_too_large_is_not_read() -> None:
    for data in (b"a " * reading.LARGEST_TEXT, b"<html>" + b"<p>a" * (reading.LARGEST_PAGE // 4)):
        with pytest.raises(Refused) as error:
            reading.read(data)
        assert error.value.code == "too_large"


def test_a_document_that_unpacks_to_gigabytes_is_refused() -> None:
    import zipfile

    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * (101 << 20))
    with pytest.raises(Refused) as error:
        reading.read(made.getvalue())
    assert error.value.code == "too_large"


def test_a_pdf_with_a_password_says_so() -> None:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf(["Secret"]))))
    writer.encrypt("horse", algorithm="RC4-128")
    made = BytesIO()
    writer.write(made)
    with pytest.raises(Refused) as error:
        reading.read(made.getvalue())
    assert error.value.code == "password"


def test_a_deep_page_is_read_all_the_same() -> None:
    page = "<html><body>" + "<div>" * 50_000 + "Baker wanted, with strong arms</body></html>"
    assert "Baker wanted" in reading.read(page.encode()).text
