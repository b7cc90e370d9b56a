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
    # A message to nobody yet has only what it says.
    named = parts.path or parts.netloc or (parts.query if parts.scheme == "mailto" else "")
    return parts.scheme in LINK_SCHEMES and bool(named)


def link_address(text: str) -> str:
    """The address to open for a sound link: `https://` is added where no scheme was typed."""
    return text if ":" in text.split("/", maxsplit=1)[0] else f"https://{text}"


def shown_host(text: str) -> str:
    """What is shown for a sound link where there is little room: its host, else all of it.

    >>> shown_host("https://www.example.com/a/b?c"), shown_host("mailto:a@example.com")
    ('example.com', 'mailto:a@example.com')
    """
    try:
        host = urlsplit(link_address(text)).hostname or ""
    except ValueError:
        return text
    return host.removeprefix("www.") or text


def odd_host(text: str) -> str:
    """Where a sound link really leads, if that is not what a quick look at it says; else nothing.

    A name before an @ looks like the host, letters of other alphabets look like Latin ones, and a bare
    number or an unusual port says nothing to anybody.

    >>> odd_host("https://meet.example.com@evil.example/a"), odd_host("https://meet.example.com/a")
    ('evil.example', '')
    >>> odd_host("https://ex\u0430mple.com"), odd_host("https://192.0.2.7/a")
    ('xn--exmple-4nf.com', '192.0.2.7')
    """
    try:
        parts = urlsplit(link_address(text))
        host = parts.hostname or ""
        port = parts.port
    except ValueError:
        return text
    if parts.scheme not in {"http", "https"}:
        return ""
    plain = host
    if not host.isascii():
        try:
            plain = host.encode("idna").decode("ascii")
        except UnicodeError:
            return host
    numbers = not host.strip("0123456789.") or ":" in host
    odd = "@" in parts.netloc or "xn--" in plain or numbers or port not in {None, 80, 443}
    return plain if odd else ""
