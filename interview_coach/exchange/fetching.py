"""One page fetched from an address that the person gave: with limits, and without running anything.

Only http and https. A redirect is followed a few times, and never to an address of this computer or
of the network around it: a page of a stranger shall not make the program knock there.
"""

from __future__ import annotations

import http.client
import socket
import ssl
import zlib
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from ipaddress import ip_address
from time import monotonic
from urllib.parse import SplitResult, quote, urljoin, urlsplit, urlunsplit

from interview_coach import __version__
from interview_coach.domain.incoming import Refused, Told, unheard

LARGEST = 8 << 20
SECONDS = 20.0
MOST_HOPS = 5
# One wait on the line: a cancel is heard after it at the latest.
_WAIT = 5.0
_PIECE = 1 << 15
_MOVED = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came: the bytes, the encoding that was named with them, and where they were in the end."""

    data: bytes
    encoding: str
    address: str


def fetch(
    address: str, told: Told = unheard, seconds: float = SECONDS, largest: int = LARGEST
) -> Fetched:
    """The page at an address. Raises `Refused`; what `told` raises stops it."""
    ends = monotonic() + seconds
    wanted = _parsed(address if "://" in address else f"https://{address}")
    own = wanted.netloc
    for _ in range(MOST_HOPS + 1):
        told(0, 0)
        # Where the person pointed it may go, even at home; where a page points to, it may not.
        connection = _connection(wanted, strict=wanted.netloc != own, ends=ends)
        try:
            found = _asked(connection, wanted, told, ends, largest)
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise _reason(error) from error
        finally:
            connection.close()
        if isinstance(found, Fetched):
            return found
        wanted = _parsed(urljoin(urlunsplit(wanted), found))
    raise Refused("too_many_hops")


def _reason(error: Exception) -> Refused:
    slow = isinstance(error, TimeoutError)
    return Refused("too_long" if slow else "no_answer")


def _parsed(address: str) -> SplitResult:
    try:
        parts = urlsplit(address.strip())
        host, _port = parts.hostname, parts.port
        host = (host or "").encode("idna").decode("ascii") if host and not host.isascii() else host
    except (ValueError, UnicodeError) as error:
        raise Refused("bad_address") from error
    if parts.scheme not in {"http", "https"} or not host or parts.username is not None:
        raise Refused("bad_address")
    place = host if ":" not in host else f"[{host}]"
    netloc = f"{place}:{parts.port}" if parts.port else place
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~")
    return SplitResult(parts.scheme, netloc, path, quote(parts.query, safe="/%:@!$&'()*+,;=~?"), "")


def _connection(wanted: SplitResult, *, strict: bool, ends: float) -> http.client.HTTPConnection:
    host, port = wanted.hostname or "", wanted.port
    made: http.client.HTTPConnection
    if wanted.scheme == "https":
        made = http.client.HTTPSConnection(host, port, context=ssl.create_default_context())
    else:
        made = http.client.HTTPConnection(host, port)
    # The name is looked up once, and what was found is both looked at and connected to.
    made._create_connection = partial(connected, strict=strict, ends=ends)  # type: ignore[attr-defined]  # noqa: SLF001
    return made


def connected(place: tuple[str, int], *_rest: object, strict: bool, ends: float) -> socket.socket:
    """A line to a place; `strict` refuses addresses that are not of the open net."""
    last: OSError = OSError()
    for family, kind, protocol, _name, found in socket.getaddrinfo(*place, type=socket.SOCK_STREAM):
        if strict and not ip_address(str(found[0]).split("%", maxsplit=1)[0]).is_global:
            raise Refused("local_address")
        line = socket.socket(family, kind, protocol)
        try:
            line.settimeout(max(0.1, min(_WAIT, ends - monotonic())))
            line.connect(found)
        except OSError as error:
            line.close()
            last = error
        else:
            return line
    raise last


def _asked(
    connection: http.client.HTTPConnection,
    wanted: SplitResult,
    told: Told,
    ends: float,
    largest: int,
) -> Fetched | str:
    """What one address answers: the page, or where it has moved to."""
    target = wanted.path + (f"?{wanted.query}" if wanted.query else "")
    headers = {
        "User-Agent": f"InterviewCoach/{__version__} (a person's own click)",
        "Accept": "text/html, application/xhtml+xml, application/pdf;q=0.9, application/json;q=0.8, */*;q=0.5",
        "Accept-Encoding": "gzip, identity",
        "Connection": "close",
    }
    connection.request("GET", target, headers=headers)
    # Closed by itself: the connection lets go of it as soon as it will not be used again.
    with closing(connection.getresponse()) as answer:
        where = answer.getheader("Location")
        if answer.status in _MOVED and where:
            return where
        if answer.status != 200:
            raise Refused("refused_by_site", status=answer.status)
        data = _body(answer, told, ends, largest)
    return Fetched(data, answer.headers.get_content_charset() or "", urlunsplit(wanted))


def _body(answer: http.client.HTTPResponse, told: Told, ends: float, largest: int) -> bytes:
    packed = (answer.getheader("Content-Encoding") or "").casefold() in {"gzip", "x-gzip"}
    unpacker = zlib.decompressobj(wbits=31) if packed else None
    total = int(answer.getheader("Content-Length") or 0) if not packed else 0
    if total > largest:
        raise Refused("too_large")
    pieces: list[bytes] = []
    length = 0
    while piece := answer.read1(_PIECE):
        if unpacker is not None:
            try:
                piece = unpacker.decompress(piece, largest + 1 - length)
            except zlib.error as error:
                raise Refused("damaged") from error
        pieces.append(piece)
        length += len(piece)
        if length > largest or (unpacker is not None and unpacker.unconsumed_tail):
            raise Refused("too_large")
        if monotonic() > ends:
            raise Refused("too_long")
        told(length, max(total, length))
    return b"".join(pieces)
