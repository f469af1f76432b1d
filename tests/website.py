"""A real web server on loopback that the tests fetch from."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType

Answer = Callable[[BaseHTTPRequestHandler], None]


class Website:
    """Pages by path.  ``requests`` lists what was asked for, ``headers`` the headers of each request."""

    def __init__(self, host: str = "127.0.0.1", certificate: Path | None = None) -> None:
        self.requests: list[str] = []
        self.headers: list[dict[str, str]] = []
        self._answers: dict[str, Answer] = {}
        self._server = ThreadingHTTPServer((host, 0), self._handler())
        self._server.daemon_threads = True
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
        scheme = "https" if certificate else "http"
        self.port = self._server.server_port
        self.url = f"{scheme}://{host}:{self.port}"
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        self._thread.start()

    def page(
        self,
        path: str,
        body: bytes | str = b"",
        media_type: str | None = "text/html; charset=utf-8",
        status: int = 200,
        **headers: str,
    ) -> str:
        """Serves these bytes; the full address.  ``headers``: underscores stand for hyphens."""
        data = body.encode() if isinstance(body, str) else body

        def answer(request: BaseHTTPRequestHandler) -> None:
            request.send_response(status)
            if media_type is not None:
                request.send_header("Content-Type", media_type)
            for name, value in {"Content-Length": str(len(data)), **headers}.items():
                request.send_header(name.replace("_", "-"), value)
            request.end_headers()
            request.wfile.write(data)

        return self.answer(path, answer)

    def redirect(self, path: str, target: str, status: int = 302) -> str:
        """Sends on to another address; the full address."""
        return self.page(path, b"", status=status, Location=target)

    def answer(self, path: str, answer: Answer) -> str:
        """Serves whatever ``answer`` writes; the full address."""
        self._answers[path] = answer
        return self.url + path

    def close(self) -> None:
        """Stops: connections are refused from now on."""
        self._server.shutdown()
        self._server.server_close()

    def __enter__(self) -> Website:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        website = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                website.requests.append(self.path)
                website.headers.append({name.lower(): value for name, value in self.headers.items()})
                answer = website._answers.get(self.path)
                try:
                    if answer is None:
                        self.send_error(404)
                    else:
                        answer(self)
                except (BrokenPipeError, ConnectionResetError):
                    self.close_connection = True  # the reader went away, as some tests want it to

            def log_message(self, format: str, *args: object) -> None:
                """Stays silent."""

        return Handler
