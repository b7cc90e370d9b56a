"""A page fetched from an address: what is asked of a server, and what is not done whatever it answers."""

from __future__ import annotations

import gzip
import socket
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from interview_coach.domain.incoming import Refused
from interview_coach.exchange import fetching

PAGE = b"<html><h1>Baker</h1></html>"


class Site(ThreadingHTTPServer):
    """A server on this computer; `asked` remembers the paths."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answering)
        self.asked: list[str] = []
        self.agents: list[str] = []
        self.go_on = threading.Event()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"


class Answering(BaseHTTPRequestHandler):
    """Answers by the path."""

    server: Site

    def log_message(self, *args: Any) -> None:
        """Nothing to the terminal."""

    def _send(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        self.server.agents.append(self.headers["User-Agent"])
        own = self.server.address
        match self.path.split("?")[0]:
            case "/page":
                self._send(200, PAGE, Content_Type="text/html; charset=latin-1")
            case "/packed":
                self._send(200, gzip.compress(PAGE), Content_Encoding="gzip")
            case "/bomb":
                self._send(200, gzip.compress(bytes(50 << 20)), Content_Encoding="gzip")
            case "/torn":
                self._send(200, b"\x1f\x8bnonsense", Content_Encoding="gzip")
            case "/moved":
                self._send(302, Location="/page")
            case "/round":
                self._send(302, Location="/round")
            case "/elsewhere":
                self._send(301, Location=own.replace("127.0.0.1", "localhost") + "/page")
            case "/disk":
                self._send(302, Location="file:///etc/passwd")
            case "/large":
                self._send(200, b"a" * 4096)
            case "/says-large":
                self._send(200, Content_Length=str(1 << 40))
            case "/slow":
                self.send_response(200)
                self.end_headers()
                self.wfile.write(b"<html>")
                self.wfile.flush()
                self.server.go_on.wait(30)
            case _:
                self._send(404, b"no")


@pytest.fixture
def site() -> Iterator[Site]:
    made = Site()
    thread = threading.Thread(target=made.serve_forever)
    thread.start()
    yield made
    made.go_on.set()
    made.shutdown()
    thread.join()
    made.server_close()


def refused(work: Callable[[], object]) -> str:
    with pytest.raises(Refused) as error:
        work()
    return error.value.code


def test_a_page_comes_with_its_encoding_and_where_it_was(site: Site) -> None:
    found = fetching.fetch(f"{site.address}/page?id=7#apply")
    assert (found.data, found.encoding) == (PAGE, "latin-1")
    assert found.address == f"{site.address}/page?id=7"
    assert site.asked == ["/page?id=7"]
    assert site.agents[0].startswith("InterviewCoach/")


def test_what_was_packed_is_unpacked(site: Site) -> None:
    assert fetching.fetch(f"{site.address}/packed").data == PAGE


def test_a_redirect_within_the_site_is_followed(site: Site) -> None:
    assert fetching.fetch(f"{site.address}/moved").address == f"{site.address}/page"


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("/round", "too_many_hops"),
        ("/elsewhere", "local_address"),
        ("/disk", "bad_address"),
        ("/bomb", "too_large"),
        ("/torn", "damaged"),
        ("/says-large", "too_large"),
        ("/nothing", "refused_by_site"),
    ],
)
def test_what_is_not_followed_or_taken(site: Site, path: str, code: str) -> None:
    assert refused(lambda: fetching.fetch(site.address + path)) == code
    if path == "/elsewhere":
        assert site.asked == ["/elsewhere"]


def test_there_is_a_limit_on_size(site: Site) -> None:
    assert refused(lambda: fetching.fetch(f"{site.address}/large", largest=1000)) == "too_large"


def test_there_is_a_limit_on_time(site: Site) -> None:
    assert refused(lambda: fetching.fetch(f"{site.address}/slow", seconds=0.3)) == "too_long"


def test_a_cancel_ends_it(site: Site) -> None:
    class Stop(Exception):
        pass

    def told(_done: int, _total: int) -> None:
        if site.asked:
            raise Stop

    with pytest.raises(Stop):
        fetching.fetch(f"{site.address}/page", told)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "ftp://example.com/a",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "https://",
        "https://ada:secret@example.com/",
        "http://[::1",
        "http://example.com:99999/",
    ],
)
def test_only_an_address_of_a_page_is_one(address: str) -> None:
    assert refused(lambda: fetching.fetch(address)) == "bad_address"


def test_nobody_at_the_other_end(site: Site) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert refused(lambda: fetching.fetch(f"http://127.0.0.1:{port}/")) == "no_answer"


@pytest.mark.parametrize("host", ["127.0.0.1", "10.1.2.3", "192.168.0.1", "169.254.169.254", "::1"])
def test_no_page_leads_into_the_own_network(host: str) -> None:
    with pytest.raises(Refused) as error:
        fetching.connected((host, 80), strict=True, ends=0)
    assert error.value.code == "local_address"
