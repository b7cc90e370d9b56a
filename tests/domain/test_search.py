"""Tests of search: whatever is typed is safe, a word's beginning finds its text, marks are true."""

from __future__ import annotations

import doctest
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from sqlcipher3 import dbapi2

from interview_coach.domain import search

TEXT = st.text(max_size=80)
WORD = st.text(
    alphabet=st.characters(categories=("L", "Nd"), max_codepoint=0x2FFFF), min_size=1, max_size=12
)


def _index(text: str) -> dbapi2.Connection:
    raw = dbapi2.connect(":memory:")
    raw.execute(
        "CREATE VIRTUAL TABLE search USING fts5(body, content='', contentless_delete=1, "
        "detail=column, prefix='2 3 4', tokenize=\"ascii\")"
    )
    raw.execute("INSERT INTO search(rowid, body) VALUES (1, ?)", (search.index_text(text),))
    return raw


def _finds(text: str, query: str) -> bool:
    expression = search.match_expression(query)
    if expression is None:
        return False
    raw = _index(text)
    try:
        rows = raw.execute("SELECT rowid FROM search WHERE search MATCH ?", (expression,))
        return rows.fetchone() is not None
    finally:
        raw.close()


def test_the_examples_in_the_module_are_true() -> None:
    assert doctest.testmod(search).failed == 0


@given(TEXT, TEXT)
@example('"; DROP TABLE search; --', 'a" OR b* NEAR(c')
@example("\0\ud800", "\0\ud800 AND NOT")
@example("x " * 20_000, "x" * 50_000 + " ab" * 2_000)
def test_no_text_and_no_query_upsets_the_database(text: str, query: str) -> None:
    assert isinstance(_finds(text, query), bool)


@given(st.lists(WORD, min_size=1, max_size=6), st.data())
@example(["hindi", "हिन्दी"], None)
@example(["ﬁne", "Straße", "ŉa"], None)
@example(["한국어를"], None)
@example(["ﾊﾞｯｸ", "バック"], None)
@example(["e\u0301te\u0301"], None)
def test_a_words_beginning_always_finds_its_text(
    words: list[str], data: st.DataObject | None
) -> None:
    text = " ".join(words)
    word = unicodedata.normalize(
        "NFC", words[-1] if data is None else data.draw(st.sampled_from(words))
    )
    length = len(word) if data is None else data.draw(st.integers(1, len(word)))
    beginning = word[:length]
    # One letter alone is not looked for, unless it says something.
    if search.words(beginning):
        assert _finds(text, beginning)


@pytest.mark.parametrize(
    ("text", "query", "found"),
    [
        ("How do you test a pipeline?", "pipeline test", True),
        ("How do you test a pipeline?", "pipeline rest", False),
        ("How do you test a pipeline?", "PIPE", True),
        ("How do you test a pipeline?", "line", False),
        ("Zoë wrote in São Paulo", "zoe sao", True),
        ("Zoe wrote", "Zoë", True),
        ("Re\u0301sume\u0301", "résu", True),
        ("STRASSE", "straße", True),
        ("Ελληνικά", "ελλην", True),
        ("İstanbul", "istanbul", True),
        ("入門書を読む", "入門", True),
        ("入門書を読む", "門書を", True),
        ("入門書を読む", "読", True),
        ("入門書を読む", "書門", False),
        ("Python入門", "python入門", True),
        ("한국어 면접", "면접", True),
        ("파이프라인을 만든다", "파이프라인", True),
        ("データ基盤", "データ", True),
        ("snake_case_name", "case", True),
        ("inter\u00adview", "interview", True),
        ("C++ and R", "and", True),
        ("tel. +49-30", "49", True),
    ],
)
def test_what_is_found(text: str, query: str, found: bool) -> None:
    assert _finds(text, query) is found


@pytest.mark.parametrize("query", ["", " ", "a", "?!", "_", "🙂", "x y z"])
def test_there_may_be_nothing_to_look_for(query: str) -> None:
    assert search.match_expression(query) is None


@given(TEXT, st.lists(WORD, max_size=3).map(" ".join))
@example("résumé ﬁne 入門書", "resu fin 門書")
def test_marks_lie_inside_the_text_in_order_and_match(text: str, query: str) -> None:
    for whole in (text, f"{text} {query}", f"{query} {text}"):
        words = search.words(query)
        end = 0
        for start, length in search.marks(whole, words):
            assert end <= start
            assert length > 0
            end = start + length
            assert end <= len(whole)
            marked = search.fold(whole[start:end])
            # A ligature is marked whole though only its first letter was meant.
            assert any(marked.startswith((word, word[:2])) for word in words)


@given(st.lists(WORD, min_size=1, max_size=5))
def test_what_is_found_is_marked(words: list[str]) -> None:
    text = " ".join(words)
    wanted = search.words(words[0])
    assert bool(search.marks(text, wanted)) is bool(wanted)


@given(TEXT, st.lists(WORD, max_size=3).map(" ".join), st.integers(5, 60))
def test_an_excerpt_is_short_and_its_marks_are_its_own(text: str, query: str, width: int) -> None:
    piece, marks = search.excerpt(f"{text} {query}", search.words(query), width)
    assert len(piece) <= width + 2
    assert "\n" not in piece
    for start, length in marks:
        assert 0 <= start < start + length <= len(piece)


def test_an_excerpt_shows_the_first_match() -> None:
    text = "word " * 60 + "the pipeline\nand more " + "word " * 60
    piece, marks = search.excerpt(text, ["pipe"])
    assert piece.startswith("…")
    assert piece.endswith("…")
    assert [piece[s : s + n] for s, n in marks] == ["pipe"]
    assert "pipeline and more" in piece


def test_places_stay_true_beside_emoji_and_accents() -> None:
    text = "🎉 Zoë’s naïve café"
    assert [text[s : s + n] for s, n in search.marks(text, search.words("zoe naive cafe"))] == [
        "Zoë",
        "naïve",
        "café",
    ]
