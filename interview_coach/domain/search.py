"""Search over all that the person wrote: indexing, escaping a query, finding its words in a text.

The index (FTS5, unicode61, accents folded) splits words at spaces, and Chinese, Japanese and
Korean write few. Runs of their characters are therefore indexed as single characters and
overlapping pairs, and asked for in pairs.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

SHORTEST = 2
_CJK = (
    "\u1100-\u11ff\u2e80-\u2fdf\u3005\u3007\u3021-\u3029\u3040-\u30ff\u3130-\u318f\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff66-\uff9f"
    "\U00020000-\U0003ffff"
)
_RUN = re.compile(f"[{_CJK}]+")
_WORD = re.compile(rf"[{_CJK}]+|[^\W_{_CJK}]+", re.UNICODE)


@lru_cache(maxsize=4096)
def _fold_char(char: str) -> str:
    # Only a character that stays one character may be folded, so that places stay true.
    bare = "".join(c for c in unicodedata.normalize("NFKD", char) if not unicodedata.combining(c))
    low = bare.casefold()
    if len(low) == 1:
        return low
    plain = char.lower()
    return plain if len(plain) == 1 else char


def fold(text: str) -> str:
    """`text` without case and accents, of the same length, so that places in it stay true."""
    return text.lower() if text.isascii() else "".join(map(_fold_char, text))


def _pairs(run: str) -> list[str]:
    return [run[i : i + 2] for i in range(len(run) - 1)] or [run]


def index_text(text: str) -> str:
    """`text` as it goes into the index."""
    composed = unicodedata.normalize("NFC", text).replace("_", " ")
    return _RUN.sub(lambda m: f" {' '.join([*m[0], *_pairs(m[0])])} ", composed)


def words(query: str) -> list[str]:
    """The words of a query that can be looked for, folded, in order, without repeats.

    Words of one letter are left out unless they are Chinese, Japanese or Korean.
    """
    found = _WORD.findall(unicodedata.normalize("NFC", query))
    kept = (fold(word) for word in found if len(word) >= SHORTEST or _RUN.match(word))
    return list(dict.fromkeys(kept))


def match_expression(query: str) -> str | None:
    """The FTS5 expression for a query, or None when there is nothing to look for.

    Every word must be there, in any order; each is taken as the beginning of a word. Any input is
    safe: only letters and digits reach the expression, in quotes.

    >>> match_expression('pipe "test* OR')
    '"pipe"* AND "test"* AND "or"*'
    """
    parts = []
    for word in words(query):
        if _RUN.match(word):
            parts += [f'"{pair}"*' if len(pair) == 1 else f'"{pair}"' for pair in _pairs(word)]
        else:
            parts.append(f'"{word}"*')
    return " AND ".join(dict.fromkeys(parts)) or None


def marks(text: str, query_words: list[str]) -> list[tuple[int, int]]:
    """Where the words of a query begin words of `text`: (start, length), in order, not overlapping."""
    folded = fold(text)
    spans = []
    for word in query_words:
        cjk = bool(_RUN.match(word))
        start = folded.find(word)
        while start >= 0:
            inside = (
                start > 0 and (folded[start - 1].isalnum()) and not _RUN.match(folded[start - 1])
            )
            if cjk or not inside:
                spans.append((start, len(word)))
            start = folded.find(word, start + len(word))
    spans.sort(key=lambda s: (s[0], -s[1]))
    kept: list[tuple[int, int]] = []
    for start, length in spans:
        if not kept or start >= kept[-1][0] + kept[-1][1]:
            kept.append((start, length))
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
