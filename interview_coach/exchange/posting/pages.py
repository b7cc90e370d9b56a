"""Pages read: their text in lines and lists, their main part, and what they say of themselves."""

from __future__ import annotations

import html
import logging
import re
from typing import TYPE_CHECKING

from interview_coach.domain.text import TEXT_LIMIT

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_BLANK_BEFORE = frozenset(
    {
        "p",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "dl",
        "section",
        "article",
        "table",
        "header",
    }
)
_BLOCKS = _BLANK_BEFORE | {
    *("address", "aside", "blockquote", "body", "dd", "div", "dt", "fieldset", "figure", "footer"),
    *(
        "form",
        "html",
        "li",
        "main",
        "nav",
        "pre",
        "tr",
        "td",
        "th",
        "caption",
        "details",
        "summary",
    ),
}
_UNSEEN = "nav, footer, script, style, noscript, template, iframe, object, svg, head, button, select, textarea"
_TAG = re.compile(
    r"</?(?:p|br|div|ul|ol|li|b|strong|em|i|span|h[1-6]|a|table|section)\b[^<>]{0,500}>",
    re.IGNORECASE,
)
_ESCAPED_TAG = re.compile(
    r"&(?:amp;){0,2}lt;\s{0,3}/?(?:p|br|div|ul|ol|li|b|strong|em|i|span|h[1-6]|a)\b", re.IGNORECASE
)
_ANY_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})")
_NESTING = re.compile(
    r"<(?!/?(?:script|style|html|head|body|title|meta|link|h1|li|p)\b)[^<>]*>", re.IGNORECASE
)
_VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "source",
        "track",
        "wbr",
        "p",
        "li",
    ]
)
_MOST_OPEN = 2000
_DEEPEST = 400
_ENOUGH = 200


def parsed(text: str) -> LexborHTMLParser:
    """A page as a tree; nothing in it runs or loads."""
    from selectolax.lexbor import LexborHTMLParser

    # A character that no page may hold ends the parser's text early.
    text = text.replace("\0", "")
    # What nests deeper than any page keeps the parser busy for minutes: then without the nesting.
    return LexborHTMLParser(_NESTING.sub("\n", text) if _too_deep(text) else text)


def _too_deep(text: str) -> bool:
    depth = 0
    for tag in _ANY_TAG.finditer(text):
        depth += -1 if tag.group(1) else tag.group(2).lower() not in _VOID
        if depth > _MOST_OPEN:
            return True
    return False


def has_tags(text: str) -> bool:
    """Whether a text is marked up."""
    return _TAG.search(text) is not None


def plain(text: str) -> str:
    """A text that may be HTML, escaped up to twice, as lines: lists begin with a dash."""
    for _ in range(3):
        if not has_tags(text) and _ESCAPED_TAG.search(text):
            text = html.unescape(text)
    if has_tags(text):
        text = page_text(parsed(text))
    # What is left is written twice: "R&amp;amp;D", "R&amp;D".
    for _ in range(2):
        text = html.unescape(text)
    return tidy(text)


def tidy(text: str) -> str:
    """No white space at the ends of lines and never two empty lines."""
    lines = [" ".join(line.split()) for line in text.splitlines()]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def page_text(tree: LexborHTMLParser) -> str:
    """All the text of a page that a person would see, in its lines."""
    root = tree.body or tree.root
    if root is None:
        return ""
    for unseen in root.css(_UNSEEN):
        unseen.decompose()
    pieces: list[str] = []
    length, last, items = 0, 0, set[int]()
    for node in root.traverse(include_text=True):
        if node.tag == "br":
            pieces.append("\n")
        elif node.tag in _BLANK_BEFORE:
            pieces.append("\n\n")
        elif node.tag == "-text":
            text = node.text_content or ""
            block, item = _around(node)
            if text.strip():
                if block != last:
                    pieces.append("\n")
                if item and item not in items:
                    items.add(item)
                    pieces.append("- ")
                last = block
            pieces.append(re.sub(r"\s+", " ", text))
            length += len(text)
            if length > TEXT_LIMIT:
                break
    return tidy("".join(pieces))


def _around(node: LexborNode) -> tuple[int, int]:
    """The block that a text stands in, and the item of a list around it; 0 where there is none."""
    block, above = 0, node.parent
    for _ in range(_DEEPEST):
        if above is None:
            break
        if above.tag in _BLOCKS and not block:
            block = above.mem_id
        if above.tag == "li":
            return block, above.mem_id
        above = above.parent
    return block, 0


def main_text(text: str) -> str:
    """The main text of a page without structured data."""
    from trafilatura import extract

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL + 1)
    found = extract(text, favor_recall=True, include_comments=False, deduplicate=False) or ""
    return found[:TEXT_LIMIT] if len(found) >= _ENOUGH else page_text(parsed(text))


def meta(tree: LexborHTMLParser, *names: str) -> str:
    """The first of these that a page says of itself in its head."""
    for name in names:
        for attribute in ("property", "name"):
            node = tree.css_first(f'meta[{attribute}="{name}"]')
            if node is not None and (said := (node.attributes.get("content") or "").strip()):
                return said
    return ""


_SAVED_FROM = re.compile(
    r"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(\S{1,2000})",
    re.IGNORECASE,
)


def own_address(tree: LexborHTMLParser, text: str) -> str:
    """Where a page lies, as it says itself or as the browser that saved it noted."""
    link = tree.css_first('link[rel="canonical"]')
    said = (link.attributes.get("href") or "").strip() if link is not None else ""
    if not said.startswith(("http://", "https://")):
        said = meta(tree, "og:url")
    if not said.startswith(("http://", "https://")):
        saved = _SAVED_FROM.search(text[:5000])
        said = saved.group(1) if saved else ""
    return said if said.startswith(("http://", "https://")) else ""
