"""What the window reads with: the door for files, and the way to a page. Loaded when first used."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from interview_coach.domain.incoming import Told, Understood
from interview_coach.domain.posting import Posting
from interview_coach.ui.readers import Readers


def readers() -> Readers:
    """All of it."""
    return Readers(file=_file, posting=_posting, page=_page)


def _file(path: Path, told: Told) -> Understood:
    from interview_coach.exchange import recognise

    return recognise.read(path, told=told)


def _posting(text: str, told: Told) -> Posting:
    return _apart(text.encode("utf-8", "replace"), told)


def _page(address: str, told: Told) -> Posting:
    from interview_coach.exchange.fetching import fetch
    from interview_coach.exchange.posting.encoding import as_utf8

    found = fetch(address, told)
    posting = _apart(as_utf8(found.data, found.encoding), told)
    return posting if posting.url else replace(posting, url=found.address).cleaned()


def _apart(data: bytes, told: Told) -> Posting:
    from interview_coach.exchange import apart
    from interview_coach.exchange.posting import reading

    found: Posting = apart.run(reading.KIND, data, "", reading.APART, told)
    return found
