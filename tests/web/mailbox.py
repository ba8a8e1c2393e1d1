"""A mail server of this machine that keeps what it is given."""

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Conversation)
        self.received: list[bytes] = []


class _Conversation(socketserver.StreamRequestHandler):
    """As much of SMTP as one message needs."""

    server: _Server

    def handle(self) -> None:
        self._say("220 ready")
        for line in self.rfile:
            command = line[:4].upper()
            if command == b"DATA":
                self._say("354 go on")
                self.server.received.append(b"".join(iter(self.rfile.readline, b".\r\n")))
            if command == b"QUIT":
                self._say("221 bye")
                return
            self._say("250 done")

    def _say(self, line: str) -> None:
        self.wfile.write(f"{line}\r\n".encode())


class Mailbox:
    """What came so far."""

    def __init__(self, server: _Server) -> None:
        self._server = server
        self.url = f"smtp://127.0.0.1:{server.server_address[1]}"

    def messages(self) -> list[EmailMessage]:
        return [message_from_bytes(m, policy=policy.default) for m in self._server.received]


@contextmanager
def mailbox() -> Iterator[Mailbox]:
    with _Server() as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield Mailbox(server)
        server.shutdown()
        thread.join()
