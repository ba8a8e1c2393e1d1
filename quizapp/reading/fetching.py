"""Fetches a page over HTTP without ever reaching a private address."""

import http.client
import socket
import ssl
import threading
import zlib
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from quizapp.model import QuizappError
from quizapp.reading.addresses import Permit, Resolve, is_public, resolve

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_READABLE = frozenset({"text/html", "application/xhtml+xml", "text/plain", "application/pdf"})
_SAFE = "/%:@!$&'()*+,;=~-._?"
_CHUNK = 65_536


class Page(NamedTuple):
    """What was fetched; `url` is where the redirects ended."""

    url: str
    content_type: str
    charset: str | None
    body: bytes


@dataclass(frozen=True)
class Fetcher:
    """A client that resolves a name once, checks every address, and connects to the checked one.

    `seconds` bounds each request from connection to last byte.
    """

    resolve: Resolve = resolve
    permit: Permit = is_public
    seconds: float = 15.0
    max_bytes: int = 2_000_000
    max_redirects: int = 5

    @cached_property
    def _tls(self) -> ssl.SSLContext:
        return ssl.create_default_context()

    def get(self, url: str) -> Page:
        """The page at `url`; each redirect is checked like the first address."""
        for _ in range(self.max_redirects + 1):
            page, location = self._request(url)
            if page is not None:
                return page
            url = urljoin(url, location)
        raise QuizappError("url-unreachable", f"{url}: more than {self.max_redirects} redirects")

    def _request(self, url: str) -> tuple[Page | None, str]:
        parts = _parsed(url)
        host, port = parts.hostname or "", _port(parts)
        addresses = self.resolve(host, port)
        if not addresses or not all(self.permit(address, port) for address in addresses):
            raise QuizappError(
                "url-private", f"{url}: not an address of the public web; paste the text instead"
            )
        connection = _Pinned(host, port, addresses[0], self.seconds)
        connection.context = self._tls if parts.scheme == "https" else None
        watchdog = threading.Timer(self.seconds, connection.abort)
        watchdog.daemon = True
        watchdog.start()
        try:
            connection.request("GET", _target(parts), headers=_HEADERS)
            with connection.getresponse() as response:
                answer = self._answer(url, response)
            if connection.aborted:
                raise TimeoutError
            return answer
        except (OSError, http.client.HTTPException, zlib.error) as error:
            raise QuizappError(
                "url-unreachable", f"{url}: the page cannot be fetched ({type(error).__name__})"
            ) from error
        finally:
            watchdog.cancel()
            connection.close()

    def _answer(self, url: str, response: http.client.HTTPResponse) -> tuple[Page | None, str]:
        location = response.getheader("Location")
        if response.status in _REDIRECTS and location:
            return None, location
        if response.status != http.client.OK:
            raise QuizappError("url-unreachable", f"{url}: the site answers {response.status}")
        content_type = response.headers.get_content_type()
        if content_type not in _READABLE:
            raise QuizappError(
                "file-unsupported", f"{url}: {content_type} cannot be read; give a page or a PDF"
            )
        body = self._body(url, response)
        return Page(url, content_type, response.headers.get_content_charset(), body), ""

    def _body(self, url: str, response: http.client.HTTPResponse) -> bytes:
        packed = (response.getheader("Content-Encoding") or "").lower() in ("gzip", "deflate")
        inflate = zlib.decompressobj(wbits=zlib.MAX_WBITS | 32) if packed else None
        body = bytearray()
        while chunk := response.read1(_CHUNK):
            body += inflate.decompress(chunk, self.max_bytes + 1) if inflate else chunk
            if len(body) > self.max_bytes:
                raise QuizappError("article-too-long", f"{url}: the page is larger than 2 MB")
        return bytes(body)


_HEADERS = {
    "User-Agent": "quizapp (article reader)",
    "Accept": "text/html, application/xhtml+xml, text/plain, application/pdf",
    "Accept-Language": "fr",
    "Accept-Encoding": "identity",
    "Connection": "close",
}


class _Pinned(http.client.HTTPConnection):
    """A connection to an address that was checked; the name serves for `Host` and TLS only."""

    def __init__(self, host: str, port: int, address: str, seconds: float) -> None:
        super().__init__(host, port, timeout=seconds)
        self.context: ssl.SSLContext | None = None
        self._address = address
        self._seconds = seconds
        self._opened: socket.socket | None = None
        self.aborted = False

    def connect(self) -> None:
        self.sock = socket.create_connection((self._address, self.port), self._seconds)
        if self.context is not None:
            self.sock = self.context.wrap_socket(self.sock, server_hostname=self.host)
        self._opened = self.sock

    def abort(self) -> None:
        """End a request that takes too long, from another thread."""
        self.aborted = True
        if self._opened is not None:
            try:
                self._opened.shutdown(socket.SHUT_RDWR)
            except OSError:  # the request ended by itself in this very moment
                return


def _parsed(url: str) -> SplitResult:
    invalid = QuizappError("url-invalid", f"{url!r}: give an address that begins with https://")
    if any(character.isspace() or not character.isprintable() for character in url):
        raise invalid
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
        ascii_host = (host or "").encode("idna") if ":" not in (host or "") else b"6"
    except ValueError as error:
        raise invalid from error
    if parts.scheme not in ("http", "https") or not ascii_host or parts.username is not None:
        raise invalid
    return parts


def _port(parts: SplitResult) -> int:
    return parts.port or (443 if parts.scheme == "https" else 80)


def _target(parts: SplitResult) -> str:
    path = quote(parts.path or "/", safe=_SAFE.rstrip("?"))
    return f"{path}?{quote(parts.query, safe=_SAFE)}" if parts.query else path
