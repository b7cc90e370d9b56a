"""Addresses that a click could open."""

from __future__ import annotations

from urllib.parse import urlsplit

LINK_SCHEMES = frozenset({"http", "https", "tel", "sip", "msteams", "zoommtg", "callto", "mailto"})


def is_link(text: str) -> bool:
    """Whether `text` is an address that a click could open.

    >>> is_link("https://meet.example.com/a"), is_link("meet.example.com/a"), is_link("room 4")
    (True, True, False)
    """
    if not text or any(c.isspace() for c in text):
        return False
    try:
        parts = urlsplit(text if ":" in text.split("/", maxsplit=1)[0] else f"https://{text}")
        host = parts.hostname or ""
    except ValueError:
        return False
    if parts.scheme in {"http", "https"}:
        return "." in host.strip(".") or host == "localhost"
    return parts.scheme in LINK_SCHEMES and bool(parts.path or parts.netloc)


def link_address(text: str) -> str:
    """The address to open for a sound link: `https://` is added where no scheme was typed."""
    return text if ":" in text.split("/", maxsplit=1)[0] else f"https://{text}"
