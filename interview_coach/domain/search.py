"""Search over everything the person wrote: the index's text, the query, where its words stand.

Folding is done here and nowhere else, for the index, for queries and for marks alike, so that the
three cannot differ: the index only splits at spaces. Chinese, Japanese and Korean write few of
them; runs of their characters are indexed as single characters and overlapping pairs, and asked
for in pairs.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

SHORTEST = 2
MOST_TERMS = 48
_LONGEST_TERM = 64
CJK = (
    "\u1100-\u11ff\u2e80-\u2fdf\u3005\u3007\u3021-\u3029\u3040-\u30ff\u3130-\u318f\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff66-\uff9f"
    "\U00020000-\U0003ffff"
)
# Below the first of these, which is nearly every text, nobody has to ask.
_FIRST_CJK = "\u1100"
_ASCII = {code: chr(code).lower() if chr(code).isalnum() else " " for code in range(128)}
_ZERO_WIDTH_SPACE = "\u200b"


@cache
def _word() -> re.Pattern[str]:
    """Runs of these scripts, and words of all others; made at its first use: the start waits."""
    return re.compile(rf"[{CJK}]+|[^ {CJK}]+")


@cache
def _run() -> re.Pattern[str]:
    return re.compile(f"[{CJK}]+")


def _is_run(word: str) -> bool:
    """Whether a word begins in one of these scripts."""
    return word[:1] >= _FIRST_CJK and _run().match(word) is not None


def _fold_char(char: str) -> str:
    """A character without case and accents; a space where words part, nothing where it is silent."""
    if unicodedata.combining(char) or "\ufe00" <= char <= "\ufe0f":
        return ""
    if char != _ZERO_WIDTH_SPACE and unicodedata.category(char) in {"Cf", "Me"}:
        return ""
    if _is_run(char):
        whole = unicodedata.normalize("NFKC", char)
        # A sound mark on its own says nothing; all else of these scripts stays as it is written.
        return "" if unicodedata.combining(whole[0]) else whole
    bare = unicodedata.normalize("NFKD", char)
    folded = "".join(c for c in bare if not unicodedata.combining(c)).casefold()
    return "".join(c if c.isalnum() or unicodedata.category(c)[0] == "M" else " " for c in folded)


class _Folding(dict[int, str]):
    """Code points folded, each worked out once; `str.translate` asks it at the speed of C."""

    def __missing__(self, code: int) -> str:
        piece = self[code] = _fold_char(chr(code))
        return piece


_FOLDING = _Folding()


def _clusters(text: str) -> Iterator[tuple[int, str]]:
    """Characters with the accents that follow them put on: (place, composed)."""
    start = 0
    for place in range(1, len(text) + 1):
        more = place < len(text) and (
            unicodedata.combining(text[place]) or "\u1160" <= text[place] <= "\u11ff"
        )
        if not more:
            yield start, unicodedata.normalize("NFC", text[start:place])
            start = place


def _mapped(text: str) -> tuple[str, list[int]]:
    """The folded text, and for each of its characters the place in `text` that it comes from."""
    if text.isascii():
        return text.translate(_ASCII), list(range(len(text) + 1))
    folded: list[str] = []
    places: list[int] = []
    whole = unicodedata.is_normalized("NFC", text)
    for start, cluster in enumerate(text) if whole else _clusters(text):
        for char in cluster:
            piece = _FOLDING[ord(char)]
            folded.append(piece)
            places += [start] * len(piece)
    return "".join(folded), [*places, len(text)]


def fold(text: str) -> str:
    """`text` without case and accents, with a space for whatever is not part of a word."""
    if text.isascii():
        return text.translate(_ASCII)
    if unicodedata.is_normalized("NFC", text):
        return text.translate(_FOLDING)
    return _mapped(text)[0]


def _pairs(run: str) -> list[str]:
    return [run[i : i + 2] for i in range(len(run) - 1)] or [run]


def index_text(text: str) -> str:
    """`text` as it goes into the index: its folded words, parted by spaces."""
    folded = fold(text)
    if folded.isascii():
        return " ".join(folded.split())
    parts: list[str] = []
    for spaced in folded.split():
        if max(spaced) < _FIRST_CJK:
            parts.append(spaced)
            continue
        for word in _word().findall(spaced):
            if _is_run(word):
                parts += [*word, *_pairs(word)]
            else:
                parts.append(word)
    return " ".join(parts)


def words(query: str) -> list[str]:
    """The words of a query that can be looked for, folded, in order, without repeats.

    Words of one letter are left out unless they are Chinese, Japanese or Korean.
    """
    found = [
        word for word in _word().findall(fold(query)) if len(word) >= SHORTEST or _is_run(word)
    ]
    return list(dict.fromkeys(found))


def match_expression(query: str) -> str | None:
    """The FTS5 expression for a query, or None when there is nothing to look for.

    Every word must be there, in any order; each is taken as the beginning of a word. Any input is
    safe: only letters and digits reach the expression, in quotes, and not too many of them.

    >>> match_expression('pipe "test* OR')
    '"pipe"* AND "test"* AND "or"*'
    """
    parts = []
    for word in words(query)[:MOST_TERMS]:
        if _is_run(word):
            pairs = _pairs(word[:MOST_TERMS])
            parts += [f'"{pair}"*' if len(pair) == 1 else f'"{pair}"' for pair in pairs]
        else:
            parts.append(f'"{word[:_LONGEST_TERM]}"*')
    return " AND ".join(list(dict.fromkeys(parts))[:MOST_TERMS]) or None


def _spans(folded: str, word: str) -> Iterator[tuple[int, int]]:
    """Where a word begins words of a folded text: (start, end)."""
    run = _is_run(word)
    start = folded.find(word)
    while start >= 0:
        before = folded[start - 1] if start else " "
        if run or before == " " or _is_run(before):
            yield start, start + len(word)
        start = folded.find(word, start + len(word))


def marks(text: str, query_words: list[str]) -> list[tuple[int, int]]:
    """Where the words of a query begin words of `text`: (start, length), in order, not overlapping."""
    folded, places = _mapped(text)
    spans: list[tuple[int, int]] = []
    for word in query_words:
        found = list(_spans(folded, word))
        if not found and len(word) > SHORTEST and _is_run(word):
            found = [span for pair in _pairs(word) for span in _spans(folded, pair)]
        spans += found
    kept: list[tuple[int, int]] = []
    for begin, end in sorted(spans, key=lambda s: (s[0], -s[1])):
        start = places[begin]
        # The accents and silent characters after the last one belong to it.
        while end < len(folded) and places[end] == places[end - 1]:
            end += 1  # noqa: PLW2901
        if not kept or start >= sum(kept[-1]):
            kept.append((start, places[end] - start))
    return kept


def excerpt(
    text: str, query_words: list[str], width: int = 90
) -> tuple[str, list[tuple[int, int]]]:
    """A piece of `text` of about `width` characters around the first match, and the marks in it.

    Line breaks become spaces. Without a match it is the beginning of the text.
    """
    flat = " ".join(text.split())
    found = marks(flat, query_words)
    first = found[0][0] if found else 0
    begin = max(0, first - width // 3) if len(flat) > width else 0
    if begin:
        space = flat.find(" ", begin, first)
        begin = space + 1 if space >= 0 else begin
    piece = flat[begin : begin + width]
    lead = "…" if begin else ""
    tail = "…" if begin + width < len(flat) else ""
    inside = [
        (s - begin + len(lead), min(n, begin + width - s))
        for s, n in found
        if begin <= s < begin + width
    ]
    return lead + piece + tail, inside
