"""Structured data found in a page: JSON-LD, microdata and RDFa, as plain dictionaries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from interview_coach.exchange.posting.forgiving import values

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

Thing = Mapping[str, Any]
_MOST_THINGS = 20_000
_MOST_SCRIPTS = 100
_DEEPEST = 60


def is_a(thing: Thing, kind: str) -> bool:
    """Whether a thing is of a kind, however its type is written."""
    said = thing.get("@type", thing.get("type"))
    names = said if isinstance(said, list) else [said]
    return any(
        isinstance(n, str) and n.replace(":", "/").rsplit("/")[-1].strip() == kind for n in names
    )


def things(found: Any) -> Iterator[dict[str, Any]]:
    """Every object in a value, the outer ones first; what nests beyond reason is left out."""
    waiting, seen = [found], 0
    while waiting and seen < _MOST_THINGS:
        value = waiting.pop(0) if len(waiting) < 50 else waiting.pop()
        seen += 1
        if isinstance(value, dict):
            yield value
            waiting += [v for v in value.values() if isinstance(v, dict | list)]
        elif isinstance(value, list):
            waiting += [v for v in value if isinstance(v, dict | list)]


def resolved(thing: Thing, known: Mapping[str, Thing]) -> dict[str, Any]:
    """A thing with what it only points to put in place of the pointers."""

    def follow(value: Any) -> Any:
        if isinstance(value, dict) and set(value) <= {"@id", "@type"}:
            return known.get(str(value.get("@id")), value)
        if isinstance(value, list):
            return [follow(one) for one in value[:200]]
        return value

    return {name: follow(value) for name, value in thing.items()}


def job_postings(tree: LexborHTMLParser) -> list[dict[str, Any]]:
    """All job postings that a page describes, however it does so."""
    everything: list[dict[str, Any]] = []
    for script in tree.css("script")[:_MOST_SCRIPTS]:
        kind = (script.attributes.get("type") or "").casefold()
        if "ld+json" in kind:
            for value in values(script.text() or ""):
                everything += things(value)
    found = of_kind(everything)
    return found or marked_up(tree)


def of_kind(everything: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The job postings among these things, each whole."""
    known = {t["@id"]: t for t in everything if isinstance(t.get("@id"), str) and len(t) > 1}
    return [resolved(thing, known) for thing in everything if is_a(thing, "JobPosting")]


# --- microdata and RDFa: the same idea with other attributes -----------------------------------


def marked_up(tree: LexborHTMLParser) -> list[dict[str, Any]]:
    """The job postings that a page marks up in its own elements."""
    roots = [*tree.css('[itemtype*="JobPosting"]'), *tree.css('[typeof*="JobPosting"]')]
    return [_thing(root, 0) for root in roots[:20]]


def _thing(node: LexborNode, depth: int) -> dict[str, Any]:
    found: dict[str, Any] = {"@type": _type(node)}
    waiting = _children(node)
    seen = 0
    while waiting and seen < _MOST_THINGS:
        child = waiting.pop(0)
        seen += 1
        marks = child.attributes
        name = marks.get("itemprop") or marks.get("property")
        own = "itemscope" in marks or "typeof" in marks
        if name:
            value = _thing(child, depth + 1) if own and depth < _DEEPEST else _value(child, name)
            for one in name.split():
                found.setdefault(one.rsplit(":")[-1].rsplit("/")[-1], []).append(value)
        if not own:
            # In the order of the page: what is inside comes before what follows.
            waiting = [*_children(child), *waiting]
    return {k: v[0] if isinstance(v, list) and len(v) == 1 else v for k, v in found.items()}


def _type(node: LexborNode) -> str:
    said = node.attributes.get("itemtype") or node.attributes.get("typeof") or ""
    return said.rsplit("/")[-1].rsplit(":")[-1]


def _children(node: LexborNode) -> list[LexborNode]:
    return [child for child in node.iter() if child.tag not in {"script", "style"}]


def _value(node: LexborNode, name: str) -> str:
    marks = node.attributes
    for attribute in ("content", "datetime"):
        if said := marks.get(attribute):
            return said
    if node.tag in {"a", "link"} and (
        name.rsplit(":", maxsplit=1)[-1] in {"url", "sameAs"} or node.tag == "link"
    ):
        return marks.get("href") or ""
    if name.rsplit(":", maxsplit=1)[-1].endswith(
        ("description", "qualifications", "responsibilities", "skills")
    ):
        return node.html or ""
    return " ".join((node.text() or "").split())
