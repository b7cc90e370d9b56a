"""The page: exactly one, whatever was written; its text can be selected, its fonts are in it."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from interview_coach.domain.brief import Block, Brief, Part
from interview_coach.store import interviews, prep
from interview_coach.ui.brief.sheet import DOTS, Paper, Sheet, page_size, pdf, picture, set_on_paper
from interview_coach.ui.desk import Desk
from interview_coach.ui.theme import Theme
from interview_coach.ui.words_brief import brief_of, left_out_text
from tests.stores import NOW
from tests.ui.prep.conftest import northwind

PAPERS = list(Paper)
EDGE = 16 / 25.4 * DOTS


@pytest.fixture
def brief(full_desk: Desk) -> Brief:
    key = northwind(full_desk)
    head = full_desk.ask(interviews.interview_head, key)
    found = full_desk.ask(prep.checklist, key)
    return brief_of(head, found, full_desk.local(), NOW.date())


def overlong(brief: Brief, times: int, widen: int = 1) -> Brief:
    blocks = tuple(
        replace(block, lines=tuple(line * widen for line in block.lines) * times)
        for block in brief.blocks
    )
    return replace(brief, blocks=blocks)


def fits(sheet: Sheet) -> bool:
    return sheet.document.size().height() <= sheet.size.height() - 2 * EDGE


def text_of(data: bytes, folder: Path) -> str:
    """What a person can select in a PDF, where the system has a reader for it."""
    path = folder / "brief.pdf"
    path.write_bytes(data)
    if shutil.which("pdftotext") is None:
        return ""
    run = subprocess.run(
        ["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True
    )
    return run.stdout


@pytest.mark.parametrize("paper", PAPERS)
def test_the_sample_is_one_page_with_everything_on_it(
    brief: Brief, paper: Paper, tmp_path: Path
) -> None:
    sheet = set_on_paper(brief, paper)
    assert fits(sheet)
    assert not sheet.left_out
    for block in brief.blocks:
        assert block.lines
        assert block.heading in sheet.text
        assert all(line in sheet.text for line in block.lines)
    for fact in (
        "Tue 24 Nov, 14:00 – 14:45 (Europe/Berlin)",
        "https://meet.example.com/northwind-2411",
        "Priya Raman, Head of data · hiring manager",
    ):
        assert fact in sheet.text
    data = pdf(sheet)
    assert data.startswith(b"%PDF-1.")
    assert data.count(b"/Type /Page\n") == 1
    # The fonts are in it, and it is said which letter each of their shapes is.
    assert data.count(b"/FontFile2") == data.count(b"/ToUnicode") >= 1
    text = text_of(data, tmp_path)
    if text:
        assert "Tue 24 Nov, 14:00 – 14:45 (Europe/Berlin)" in text
        assert "Cut load time from 6 h to 40 min" in text


def test_every_font_is_embedded(brief: Brief, tmp_path: Path) -> None:
    data = pdf(set_on_paper(brief, Paper.A4))
    (tmp_path / "brief.pdf").write_bytes(data)
    if shutil.which("pdffonts") is None:
        assert data.count(b"/FontFile2") == data.count(b"/Type /FontDescriptor")
        return
    run = subprocess.run(
        ["pdffonts", str(tmp_path / "brief.pdf")], capture_output=True, text=True, check=True
    )
    rows = [line.split() for line in run.stdout.splitlines()[2:]]
    assert rows
    # name, type (two words), encoding, emb, sub, uni, object
    assert {row[4] for row in rows} == {"yes"}
    assert {row[6] for row in rows} == {"yes"}


@pytest.mark.parametrize("paper", PAPERS)
def test_much_shrinks_first_then_lines_give_way_and_it_says_which(
    brief: Brief, paper: Paper
) -> None:
    usual, more, much = (set_on_paper(overlong(brief, n), paper) for n in (1, 2, 40))
    assert usual.scale > more.scale > 0
    assert not more.left_out
    assert fits(more)
    assert fits(much)
    assert much.left_out.lines
    assert left_out_text(much.left_out) in much.text
    assert "No room for more: about them: " in much.text
    assert pdf(much).count(b"/Type /Page\n") == 1


def test_one_endless_line_is_cut_with_a_word_about_it(brief: Brief) -> None:
    sheet = set_on_paper(overlong(brief, 1, widen=400), Paper.LETTER)
    assert fits(sheet)
    assert "Some lines are shortened" in sheet.text


LINES = st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=500), max_size=40)


@given(LINES, LINES, st.sampled_from(PAPERS))
@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_whatever_is_written_it_is_one_page(
    theme: Theme, facts: list[str], lines: list[str], paper: Paper
) -> None:
    blocks = tuple(Block(part, part.value, tuple(lines)) for part in Part)
    assert fits(set_on_paper(Brief("W" * 500, "W" * 500, tuple(facts), blocks), paper))


def test_markup_is_text(theme: Theme) -> None:
    brief = Brief("<h1>Harbour</h1>", "<img src='/etc/x'>", ("<b>now</b>",), ())
    assert "<img src='/etc/x'>" in set_on_paper(brief, Paper.A4).text


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_paper_is_white_and_ink_dark_in_both_themes(brief: Brief, theme: Theme, mode: str) -> None:
    theme.set_mode(mode)  # type: ignore[arg-type]
    shown = picture(set_on_paper(brief, Paper.A4), 400)
    assert shown.pixelColor(2, 2).lightness() == 255
    tones = {shown.pixelColor(x, y).lightness() for x in range(0, 400, 2) for y in range(0, 560, 2)}
    assert min(tones) < 90


def test_the_papers_are_what_their_names_say() -> None:
    sizes = {paper: page_size(paper).size(page_size(paper).Unit.Millimeter) for paper in PAPERS}
    assert (round(sizes[Paper.A4].width()), round(sizes[Paper.A4].height())) == (210, 297)
    assert (round(sizes[Paper.LETTER].width()), round(sizes[Paper.LETTER].height())) == (216, 279)
