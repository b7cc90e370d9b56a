"""Text out of bytes, whatever it was written in: byte order marks, what a page says, then a guess."""

from __future__ import annotations

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?([\w.:-]{2,40})""",
    re.IGNORECASE,
)
_LOOKED_AT = 4096
_GUESSED_FROM = 200_000


def text_of(data: bytes, *, page: bool = False, said: str = "") -> str:
    """The text that these bytes are; never fails. `said` is what the one who sent them called it."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data.decode(name, "replace")
    names = [said] if said else []
    if page and (found := _DECLARED.search(data[:_LOOKED_AT])):
        names.append(found.group(1).decode("ascii"))
    for name in [*names, "utf-8"]:
        text = _decoded(data, name)
        if text is not None:
            return text
    return _guessed(data)


def as_utf8(data: bytes, said: str) -> bytes:
    """Bytes that came with the name of their encoding, marked so that they are read by it."""
    text = _decoded(data, said) if said and not data.startswith(b"%PDF") else None
    return data if text is None else codecs.BOM_UTF8 + text.encode("utf-8", "replace")


def _decoded(data: bytes, name: str) -> str | None:
    try:
        # What calls itself Latin-1 on the web is Windows' own alphabet, quotation marks and all.
        wanted = codecs.lookup(name).name
        wanted = "cp1252" if wanted in {"iso8859-1", "ascii"} else wanted
        return data.decode(wanted)
    except (LookupError, ValueError):
        return None


_WESTERN_MARKS = frozenset("–—‘’‚“”„…•€£§°«»·©®™\xa0")


def _guessed(data: bytes) -> str:
    # First what most old files here are in: few letters beyond ASCII, and all of them letters.
    western = data[:_GUESSED_FROM].decode("cp1252", "replace")
    high = [c for c in western if ord(c) > 127]
    if len(high) * 5 < len(western) and all(c.isalpha() or c in _WESTERN_MARKS for c in high):
        return data.decode("cp1252", "replace")
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_GUESSED_FROM]).best()
    if best is not None:
        text = _decoded(data, best.encoding)
        if text is not None:
            return text
    return data.decode("cp1252", "replace")
