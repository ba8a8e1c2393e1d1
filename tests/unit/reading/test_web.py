"""Pages are fetched over real HTTP; private addresses never."""

import gzip
import threading
from collections.abc import Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple

import pytest

from quizapp.model import QuizappError
from quizapp.reading.addresses import is_public
from quizapp.reading.fetching import Fetcher
from quizapp.reading.web import draft_from_url

PARAGRAPH = (
    "Les deux pays ont signé mardi un accord de pêche après dix mois de négociation. "
    "Le texte fixe des quotas pour trois ans et prévoit une commission commune."
)
PAGE = f"""<!doctype html><html lang="fr"><head><meta charset="utf-8">
<title>Un accord de pêche</title>
<meta property="og:title" content="Un accord de pêche">
<meta property="article:published_time" content="2023-05-16T08:00:00Z"></head>
<body><nav><a href="/">Accueil</a> <a href="/m">Monde</a></nav>
<article><h1>Un accord de pêche</h1><p>{PARAGRAPH}</p><h2>Une longue attente</h2>
<p>{PARAGRAPH.replace("mardi", "enfin")}</p><p>Lire aussi : les quotas expliqués</p></article>
<footer>Mentions légales</footer></body></html>"""


class Reply(NamedTuple):
    status: int = 200
    body: bytes = b""
    headers: tuple[tuple[str, str], ...] = (("Content-Type", "text/html; charset=utf-8"),)


REPLIES = {
    "/article": Reply(body=PAGE.encode()),
    "/latin": Reply(
        body=PAGE.replace('<meta charset="utf-8">', "").encode("latin-1"),
        headers=(("Content-Type", "text/html; charset=iso-8859-1"),),
    ),
    "/gzip": Reply(
        body=gzip.compress(PAGE.encode()),
        headers=(("Content-Type", "text/html"), ("Content-Encoding", "gzip")),
    ),
    "/bomb": Reply(
        body=gzip.compress(b" " * 50_000_000),
        headers=(("Content-Type", "text/html"), ("Content-Encoding", "gzip")),
    ),
    "/large": Reply(body=b"a" * 2_100_000),
    "/image": Reply(headers=(("Content-Type", "image/png"),)),
    "/missing": Reply(status=404),
    "/moved": Reply(status=302, headers=(("Location", "/article"),)),
    "/loop": Reply(status=302, headers=(("Location", "/loop"),)),
    "/to-metadata": Reply(status=302, headers=(("Location", "http://169.254.169.254/latest"),)),
    "/to-name": Reply(status=301, headers=(("Location", "http://inside.example/"),)),
    "/to-file": Reply(status=302, headers=(("Location", "file:///etc/passwd"),)),
}


class Handler(BaseHTTPRequestHandler):
    hosts: list[str]

    def do_GET(self) -> None:
        self.server.hosts.append(self.headers["Host"])  # type: ignore[attr-defined]
        if self.path == "/slow":
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            while not self.server.stop.wait(0.05):  # type: ignore[attr-defined]
                self.wfile.write(b"a")
            return
        reply = REPLIES[self.path]
        self.send_response(reply.status)
        for name, value in reply.headers:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(reply.body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Quiet."""


class Site(NamedTuple):
    port: int
    hosts: list[str]
    fetcher: Fetcher

    def url(self, path: str) -> str:
        return f"http://journal.example:{self.port}{path}"


@pytest.fixture
def site() -> Iterator[Site]:
    """A site on this machine, the only private address that its fetcher may contact."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.hosts, server.stop = [], threading.Event()  # type: ignore[attr-defined]
    port = server.server_address[1]
    names = {"journal.example": ["127.0.0.1"], "inside.example": ["10.0.0.7"]}
    fetcher = Fetcher(
        resolve=lambda host, _port: names.get(host, [host]),
        permit=lambda address, to: (address, to) == ("127.0.0.1", port) or is_public(address, to),
        seconds=5,
    )
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield Site(port, server.hosts, fetcher)  # type: ignore[attr-defined]
    server.stop.set()  # type: ignore[attr-defined]
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("path", ["/article", "/latin", "/gzip", "/moved"])
def test_a_page_becomes_a_draft(site: Site, path: str) -> None:
    draft = draft_from_url(site.url(path), fetcher=site.fetcher)
    assert draft.title == "Un accord de pêche"
    assert draft.published_on == date(2023, 5, 16)
    assert draft.text.split("\n\n")[0] == PARAGRAPH
    assert "Mentions légales" not in draft.text
    assert "Lire aussi" not in draft.text


def test_the_name_is_told_to_the_server_though_the_address_was_contacted(site: Site) -> None:
    draft_from_url(site.url("/article"), fetcher=site.fetcher)
    assert site.hosts == [f"journal.example:{site.port}"]


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("/large", "article-too-long"),
        ("/bomb", "article-too-long"),
        ("/image", "file-unsupported"),
        ("/missing", "url-unreachable"),
        ("/loop", "url-unreachable"),
        ("/to-metadata", "url-private"),
        ("/to-name", "url-private"),
        ("/to-file", "url-invalid"),
    ],
)
def test_pages_that_are_refused(site: Site, path: str, code: str) -> None:
    with pytest.raises(QuizappError) as caught:
        draft_from_url(site.url(path), fetcher=site.fetcher)
    assert caught.value.code == code
    assert "\n" not in caught.value.message


def test_a_page_that_takes_too_long_is_given_up(site: Site) -> None:
    hasty = Fetcher(resolve=site.fetcher.resolve, permit=site.fetcher.permit, seconds=0.3)
    with pytest.raises(QuizappError) as caught:
        draft_from_url(site.url("/slow"), fetcher=hasty)
    assert caught.value.code == "url-unreachable"


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1", "127.1", "2130706433", "0x7f.0.0.1", "0177.0.0.1", "localhost",
        "0.0.0.0",  # noqa: S104 - refused
        "[::1]", "[::]", "[::ffff:127.0.0.1]", "[64:ff9b::7f00:1]", "[fe80::1]", "[fc00::1]",
        "[2002:7f00:1::]", "169.254.169.254", "10.1.2.3", "172.16.0.1", "192.168.1.1",
        "100.64.0.1", "224.0.0.1", "255.255.255.255", "[ff02::1]",
    ],
)  # fmt: skip
def test_private_addresses_are_never_contacted(host: str) -> None:
    with pytest.raises(QuizappError) as caught:
        draft_from_url(f"http://{host}/")
    assert caught.value.code in {"url-private", "url-unreachable"}
    assert "fetched" not in caught.value.message


def test_one_private_address_among_public_ones_is_enough_to_refuse() -> None:
    fetcher = Fetcher(resolve=lambda _host, _port: ["93.184.216.34", "127.0.0.1"])
    with pytest.raises(QuizappError) as caught:
        draft_from_url("http://two.example/", fetcher=fetcher)
    assert caught.value.code == "url-private"


def test_a_name_is_resolved_once_a_request(site: Site) -> None:
    """A second answer of the resolver (DNS rebinding) is never asked for."""
    answers = iter([["127.0.0.1"]])
    fetcher = Fetcher(
        resolve=lambda _host, _port: next(answers), permit=site.fetcher.permit, seconds=5
    )
    assert draft_from_url(site.url("/article"), fetcher=fetcher).title == "Un accord de pêche"


def test_public_addresses_are_public_on_the_ports_of_the_web() -> None:
    assert is_public("93.184.216.34", 443)
    assert is_public("2606:2800:220:1::1", 80)
    assert is_public("64:ff9b::5db8:d822", 443)
    assert not is_public("93.184.216.34", 22)
    assert not is_public("not an address", 80)


@pytest.mark.parametrize(
    "url",
    ["", "exemple", "ftp://example.org/", "http://", "http://a b/", "http://user:pw@example.org/",
     "http://example.org:99999/", "http://exa\nmple.org/", "javascript:alert(1)"],
)  # fmt: skip
def test_malformed_addresses(url: str) -> None:
    with pytest.raises(QuizappError) as caught:
        draft_from_url(url)
    assert caught.value.code == "url-invalid"
