"""A server that sends raw bytes, for answers that no web server library would give."""

from __future__ import annotations

import socket
import threading
from types import TracebackType


class RawServer:
    """Answers every request with the bytes given for its path, then closes the connection.

    ``requests`` lists the paths that were asked for.
    """

    def __init__(self, answers: dict[str, bytes] | bytes) -> None:
        self.requests: list[str] = []
        self._answers = answers
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def __enter__(self) -> RawServer:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._socket.close()

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            threading.Thread(target=self._answer, args=(connection,), daemon=True).start()

    def _answer(self, connection: socket.socket) -> None:
        with connection:
            asked = b""
            while b"\r\n\r\n" not in asked and (received := connection.recv(65_536)):
                asked += received
            path = asked.split(b" ")[1].decode("latin-1") if asked.count(b" ") > 1 else "/"
            self.requests.append(path)
            answer = self._answers if isinstance(self._answers, bytes) else self._answers.get(path, b"")
            connection.sendall(answer)
