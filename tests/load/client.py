"""A load generator: keeps a few connections busy with one request and counts what comes back.

    python tests/load/client.py http://127.0.0.1:8000/ --seconds 5 --connections 16

Every answer has the same length (measured on the first), so that the client costs far less than the
server it measures. Prints one JSON object: requests a second, median and 99th percentile in ms.
"""

from __future__ import annotations

import argparse
import json
import select
import socket
import sys
import time
from dataclasses import dataclass, field
from urllib.parse import urlsplit


@dataclass
class Connection:
    """A socket with one request under way."""

    socket: socket.socket
    sent_at: float = 0.0
    received: int = 0


@dataclass
class Result:
    """What was counted."""

    seconds: float = 0.0
    times: list[float] = field(default_factory=list)
    errors: int = 0

    def as_json(self) -> str:
        """One line for whoever started us."""
        ordered = sorted(self.times)
        return json.dumps(
            {
                "per_second": round(len(ordered) / self.seconds, 1),
                "requests": len(ordered),
                "errors": self.errors,
                "p50_ms": round(ordered[len(ordered) // 2] * 1000, 2) if ordered else None,
                "p99_ms": round(ordered[int(len(ordered) * 0.99)] * 1000, 2) if ordered else None,
            }
        )


def request_bytes(host: str, path: str, encoding: str) -> bytes:
    """The request, as a phone's browser sends it, in short."""
    lines = [
        f"GET {path} HTTP/1.1",
        f"Host: {host}",
        "User-Agent: Mozilla/5.0 (Android)",
        "Accept: text/html,application/xhtml+xml",
        "Accept-Language: it-IT,it;q=0.9",
        *([f"Accept-Encoding: {encoding}"] if encoding else []),
        "Connection: keep-alive",
    ]
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


def answer_length(address: tuple[str, int], request: bytes) -> int:
    """Length of a whole answer, head included; refuses anything but 200."""
    with socket.create_connection(address, timeout=30) as connection:
        connection.sendall(request)
        data = b""
        while b"\r\n\r\n" not in data:
            data += connection.recv(65536)
        head, _, _rest = data.partition(b"\r\n\r\n")
        if not head.startswith(b"HTTP/1.1 200"):
            sys.exit(f"the answer was {head.splitlines()[0]!r}")
        lengths = [line for line in head.lower().splitlines() if line.startswith(b"content-length:")]
        return len(head) + 4 + int(lengths[0].split(b":")[1])


def run(address: tuple[str, int], request: bytes, *, connections: int, seconds: float) -> Result:
    """Keep the connections busy for some seconds."""
    length = answer_length(address, request)
    poll = select.epoll()
    open_ones: dict[int, Connection] = {}
    for _ in range(connections):
        connection = Connection(socket.create_connection(address, timeout=30))
        connection.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        open_ones[connection.socket.fileno()] = connection
        poll.register(connection.socket, select.EPOLLIN)
    result = Result()
    started = time.perf_counter()
    for connection in open_ones.values():
        connection.sent_at = time.perf_counter()
        connection.socket.sendall(request)
    while (now := time.perf_counter()) - started < seconds:
        for number, _event in poll.poll(0.5):
            receive(open_ones[number], request, length, result)
    result.seconds = now - started
    for connection in open_ones.values():
        connection.socket.close()
    return result


def receive(connection: Connection, request: bytes, length: int, result: Result) -> None:
    """Take what has come; when the answer is whole, ask again."""
    data = connection.socket.recv(262144)
    if connection.received == 0 and not data.startswith(b"HTTP/1.1 200"):
        result.errors += 1
        sys.exit(f"an answer was {data[:60]!r}")
    connection.received += len(data)
    if connection.received >= length:
        now = time.perf_counter()
        result.times.append(now - connection.sent_at)
        connection.received = 0
        connection.sent_at = now
        connection.socket.sendall(request)


def main() -> None:
    """Read the arguments, run, print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("url")
    parser.add_argument("--seconds", type=float, default=5)
    parser.add_argument("--connections", type=int, default=16)
    parser.add_argument("--encoding", default="gzip, deflate, br")
    options = parser.parse_args()
    parts = urlsplit(options.url)
    address = (parts.hostname or "127.0.0.1", parts.port or 80)
    request = request_bytes(parts.netloc, parts.path or "/", options.encoding)
    result = run(address, request, connections=options.connections, seconds=options.seconds)
    sys.stdout.write(result.as_json() + "\n")


if __name__ == "__main__":
    main()
