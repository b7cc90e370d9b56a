"""The one door for postings: bytes in, a `Posting` out, or `Unread` with the reason why not."""

from __future__ import annotations

import re
from dataclasses import replace
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any

from interview_coach.domain.posting import Found, Posting, Unread
from interview_coach.exchange.confined import Told, confined
from interview_coach.exchange.posting import jobfile, jobposting, prose
from interview_coach.exchange.posting.encoding import text_of
from interview_coach.exchange.posting.forgiving import values
from interview_coach.exchange.posting.linked import job_postings, of_kind, things
from interview_coach.exchange.posting.pages import meta, own_address, parsed

LARGEST_PAGE = 8 << 20
LARGEST_DOCUMENT = 20 << 20
LARGEST_TEXT = 2 << 20
_SHORTEST = 20
_MARKUP = re.compile(
    r"<!doctype html|<html[\s>]|<head[\s>]|<body[\s>]|<script[\s>]|<div[\s>]|<meta\s|itemtype=|</p>|</li>",
    re.IGNORECASE,
)
_LIMITS = {
    "page": LARGEST_PAGE,
    "mhtml": LARGEST_DOCUMENT,
    "pdf": LARGEST_DOCUMENT,
    "docx": LARGEST_DOCUMENT,
}


def _nothing_told(_done: int, _total: int) -> None:
    """Nobody listens."""


def read_file(path: Path, told: Told = _nothing_told) -> Posting:
    """The posting in a file. Raises `Unread`."""
    try:
        if path.stat().st_size > LARGEST_DOCUMENT:
            raise Unread("unread_large")
        with path.open("rb") as file:
            data = file.read(LARGEST_DOCUMENT + 1)
    except OSError as error:
        raise Unread("unread_file") from error
    return read(data, told)


def read_text(text: str, told: Told = _nothing_told) -> Posting:
    """The posting in a text that was pasted: a page's source, a job file, or its words. Raises `Unread`."""
    return read(text.encode("utf-8", "replace"), told)


def read(data: bytes, told: Told = _nothing_told, said: str = "", address: str = "") -> Posting:
    """The posting in these bytes, whatever they are. Raises `Unread`.

    `said` is the encoding that a server named, `address` where they were fetched from.
    """
    if not data.strip():
        raise Unread("unread_empty")
    kind = kind_of(data)
    if kind == "other":
        raise Unread("unread_kind")
    if len(data) > _LIMITS.get(kind, LARGEST_TEXT):
        raise Unread("unread_large")
    if kind in {"pdf", "docx"}:
        found = prose.posting_of(confined(kind, data, told))
    elif kind == "mhtml":
        found = _read_page(_page_in(data), told)
    else:
        text = text_of(data, page=kind == "page", said=said)
        if kind == "page":
            found = _read_page(text, told)
        elif kind == "json":
            found = _read_json(text)
        else:
            found = prose.posting_of(text)
    if address and not found.url:
        found = replace(found, url=address).cleaned()
    if len(found.text) < _SHORTEST and not (found.title and found.company):
        raise Unread("unread_no_text")
    return found


def kind_of(data: bytes) -> str:
    """What bytes are by their look: pdf, docx, mhtml, json, page, text or other."""
    start = data[:1024]
    if b"%PDF-" in start:
        return "pdf"
    if start.startswith(b"PK\x03\x04"):
        return "docx" if b"word/" in data else "other"
    if (
        re.match(rb"(?:From:|MIME-Version:|Snapshot-Content-Location:)", start, re.IGNORECASE)
        and b"multipart/related" in data[:4096]
    ):
        return "mhtml"
    if start.startswith(
        (
            b"\x89PNG",
            b"\xff\xd8\xff",
            b"GIF8",
            b"\xd0\xcf\x11\xe0",
            b"SQLite format",
            b"\x7fELF",
            b"MZ",
        )
    ):
        return "other"
    text = text_of(data[:65536])
    if text.count("\0") > len(text) // 100 or text.count("\ufffd") > len(text) // 10:
        return "other"
    bare = text.lstrip("\ufeff \t\r\n")
    if bare.startswith(("{", "[")):
        return "json"
    return "page" if bare.startswith("<") or _MARKUP.search(text) else "text"


def _page_in(data: bytes) -> str:
    """The page in a web archive, as browsers save "one file"."""
    message = message_from_bytes(data, policy=policy.default)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            try:
                content = part.get_content()
            except (LookupError, ValueError, KeyError) as error:
                raise Unread("unread_damaged") from error
            # Where it was saved from stands outside of the page.
            place = str(message.get("Snapshot-Content-Location") or "").strip()
            mark = (
                f"<!-- saved from url=({len(place)}){place} -->" if place.startswith("http") else ""
            )
            return f"{mark}{content}"
    raise Unread("unread_no_posting")


def _read_page(text: str, told: Told) -> Posting:
    tree = parsed(text)
    address = own_address(tree, text)
    heading = _heading(tree)
    best = jobposting.best_of(job_postings(tree), address, heading)
    if best is not None:
        found = jobposting.posting_of(*best)
        if len(found.text) >= _SHORTEST:
            return found if found.url else replace(found, url=address).cleaned()
    title, company = _named_by_title(tree, heading)
    told(0, 0)
    words = str(confined("page", text.encode("utf-8", "replace"), told))
    said = replace(prose.posting_of(words, title, company), found=Found.MAIN_TEXT)
    if best is not None:
        # Structured but without its text: what is named there is surer than the page's lines.
        known = jobposting.posting_of(*best)
        said = replace(
            known,
            text=said.text,
            title=known.title or said.title,
            company=known.company or said.company,
        )
    return replace(said, url=said.url or address).cleaned()


def _heading(tree: Any) -> str:
    texts = [" ".join((node.text() or "").split()) for node in tree.css("h1")[:3]]
    first = next((text for text in texts if text), "")
    return first if len(first) <= 200 else ""


_TITLES = (
    re.compile(r"(?P<company>.{2,80}?) hiring (?P<title>.{2,120}?) in .{2,80}? \| LinkedIn"),
    re.compile(r"Job Application for (?P<title>.{2,120}?) at (?P<company>.{2,80}?)"),
    re.compile(r"(?P<title>.{2,120}?) @ (?P<company>.{2,80}?)"),
    re.compile(r"(?P<title>.{2,120}?) at (?P<company>[^|–—-]{2,60}?)(?: [|–—-] .{0,80})?"),
)


def _named_by_title(tree: Any, heading: str) -> tuple[str, str]:
    """Role and company where the page's own title names them in one of the ways known."""
    node = tree.css_first("title")
    whole = " ".join((node.text() or "").split()) if node is not None else ""
    for said in dict.fromkeys((whole, meta(tree, "og:title"))):
        for pattern in _TITLES:
            found = pattern.fullmatch(said)
            if found:
                return found["title"].strip(), found["company"].strip()
    # "Acme - Engineer": what stands beside the page's heading, if it is one thing alone.
    pieces = [piece.strip() for piece in re.split(r"\s[|–—-]\s", whole)]
    if heading in pieces and len(pieces) == 2:
        other = pieces[1 - pieces.index(heading)]
        site = meta(tree, "og:site_name")
        return heading, other if not site or site.casefold() == other.casefold() else ""
    return heading or meta(tree, "og:title") or (pieces[0] if pieces else ""), ""


def _read_json(text: str) -> Posting:
    found = values(text)
    everything = [thing for value in found for thing in things(value)]
    best = jobposting.best_of(of_kind(everything), "", "")
    if best is not None:
        return jobposting.posting_of(*best)
    for value in found:
        if jobfile.is_job_file(value):
            return jobfile.posting_of(value)
    if not found and len(text) > 200 and not text.lstrip().startswith("{"):
        return prose.posting_of(text)  # a text that begins with a bracket
    raise Unread("unread_no_posting")
