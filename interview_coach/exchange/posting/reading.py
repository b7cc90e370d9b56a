"""Postings as a format that can be read: saved pages, PDFs, documents, texts and job files.

All of it is read in a process apart: what a stranger wrote may lead any parser astray.
"""

from __future__ import annotations

import re
from dataclasses import replace
from email import message_from_bytes, policy
from typing import Any

from interview_coach.domain.incoming import Refused, Told, unheard
from interview_coach.domain.posting import Found, Posting
from interview_coach.domain.requirements import proposed
from interview_coach.exchange.apart import Limits
from interview_coach.exchange.posting import jobfile, jobposting, prose
from interview_coach.exchange.posting.documents import docx_text, pdf_text
from interview_coach.exchange.posting.encoding import text_of
from interview_coach.exchange.posting.forgiving import values
from interview_coach.exchange.posting.linked import job_postings, of_kind, things
from interview_coach.exchange.posting.pages import main_text, meta, own_address, parsed
from interview_coach.exchange.recognise import Head

KIND = "posting"
LARGEST = 20 << 20
APART = Limits()
LARGEST_PAGE = 8 << 20
LARGEST_TEXT = 2 << 20
_SHORTEST = 20
_MARKUP = re.compile(
    r"<!doctype html|<html[\s>]|<head[\s>]|<body[\s>]|<script[\s>]|<div[\s>]|<meta\s|itemtype=|</p>|</li>",
    re.IGNORECASE,
)
_JOB = re.compile(
    r'"(?:JobPosting|responsibilities|qualifications|jobLocation|hiringOrganization)"|JobPosting"'
)
_TITLED = re.compile(r'"title"\s*:\s*"')
# Endings under which a plain text may be a posting; a pasted one has none.
_TEXTS = frozenset({"", ".txt", ".text", ".md", ".markdown"})
_OTHERS = ("BEGIN:VCALENDAR", "BEGIN:VCARD", "{\\rtf", "%!PS")


def recognises(head: Head) -> bool:
    """Whether a file may be a posting: a page, a document, a job file, or a plain text."""
    if not head.start.strip():
        return False
    kind = kind_of(head.start, head.entries)
    if kind == "json":
        # A CV has a title too, and says what it is by its basics.
        job = _JOB.search(head.text) or _TITLED.search(head.text)
        return job is not None and '"basics"' not in head.text
    return kind in {"pdf", "docx", "mhtml", "page"} or (kind == "text" and head.ending in _TEXTS)


def read(data: bytes, _name: str = "", told: Told = unheard) -> Posting:
    """The posting in these bytes, whatever they are. Raises `Refused`."""
    if not data.strip():
        raise Refused("empty")
    kind = kind_of(data)
    limit = {"page": LARGEST_PAGE, "text": LARGEST_TEXT, "json": LARGEST_TEXT}.get(kind, LARGEST)
    if len(data) > limit:
        raise Refused("too_large", limit=limit)
    told(0, 0)
    found = _read(data, kind)
    if len(found.text) < _SHORTEST and not (found.title and found.company):
        raise Refused("too_little" if kind == "text" else "no_text")
    return found


def describe(what: Posting) -> dict[str, Any]:
    """Field by field, and what would be proposed as asked for."""
    return {**what.said(), "asks": list(proposed(what.text, what.asks))}


def _read(data: bytes, kind: str) -> Posting:
    match kind:
        case "pdf":
            return prose.posting_of(pdf_text(data))
        case "docx":
            return prose.posting_of(docx_text(data))
        case "mhtml":
            return _read_page(_page_in(data))
        case "page":
            return _read_page(text_of(data, page=True))
        case "json":
            return _read_json(text_of(data))
        case "text":
            return prose.posting_of(text_of(data))
        case _:
            raise Refused("not_understood")


def kind_of(data: bytes, entries: tuple[str, ...] = ()) -> str:
    """What bytes are by their look: pdf, docx, mhtml, json, page, text or other."""
    start = data[:1024]
    if b"%PDF-" in start:
        return "pdf"
    if start.startswith(b"PK\x03\x04"):
        known = any(name.startswith("word/") for name in entries) or b"word/" in data
        return "docx" if known else "other"
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
    odd = sum(c < " " and c not in "\t\n\r\f" for c in text)
    if odd > len(text) // 50 or text.count("\ufffd") > len(text) // 10:
        return "other"
    bare = text.lstrip("\ufeff \t\r\n")
    if bare.startswith(_OTHERS):
        return "other"
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
                raise Refused("damaged") from error
            # Where it was saved from stands outside of the page.
            place = str(message.get("Snapshot-Content-Location") or "").strip()
            mark = (
                f"<!-- saved from url=({len(place)}){place} -->" if place.startswith("http") else ""
            )
            return f"{mark}{content}"
    raise Refused("no_posting")


def _read_page(text: str) -> Posting:
    tree = parsed(text)
    address = own_address(tree, text)
    heading = _heading(tree)
    best = jobposting.best_of(job_postings(tree), address, heading)
    if best is not None:
        found = jobposting.posting_of(*best)
        if len(found.text) >= _SHORTEST:
            return found if found.url else replace(found, url=address).cleaned()
    title, company = _named_by_title(tree, heading)
    said = replace(prose.posting_of(main_text(text), title, company), found=Found.MAIN_TEXT)
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
    if (
        not found
        and re.search(r"[^\W\d_]{2,} [^\W\d_]{2,} ", text[:500])
        and text.lstrip()[0] != "{"
    ):
        return prose.posting_of(text)  # a text that begins with a bracket
    raise Refused("no_posting")
