"""Bytes of rendered pages, kept in the process up to a total size."""

from __future__ import annotations

import gzip
import hashlib
import threading
import time
from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpResponse

MAX_BYTES = 64 * 1024 * 1024
# A page larger than this is somebody's export, and would push a hundred others out.
MAX_PAGE_BYTES = 2 * 1024 * 1024
# A page that never says when it changes is rendered again after this, in case nobody told us.
MAX_AGE_SECONDS = 60 * 60
# What an entry costs beside its bytes, roughly: keys, headers, objects.
ENTRY_OVERHEAD = 2_000
LEVEL = 6

Headers = list[tuple[str, str]]
# Status, headers, body.
Answer = tuple[int, Headers, bytes]


@dataclass(frozen=True, slots=True)
class Entry:
    """A kept page, ready to be sent as it is, compressed, or not at all (304)."""

    body: bytes
    compressed: bytes
    etag: str
    headers: Headers
    compressed_headers: Headers
    unchanged_headers: Headers
    generation: int
    expires_at: float  # seconds since the epoch

    @property
    def size(self) -> int:
        """Bytes of memory, roughly."""
        return len(self.body) + len(self.compressed) + ENTRY_OVERHEAD

    def holds(self, generation: int) -> bool:
        """Tell whether the page is still what a new rendering would give."""
        return self.generation == generation and self.expires_at > time.time()

    def answer_to(self, environ: dict[str, Any]) -> Answer:
        """Choose what to send: nothing when the reader has it, compressed when the browser takes it."""
        known = environ.get("HTTP_IF_NONE_MATCH")
        if known and is_among(self.etag, known):
            return 304, self.unchanged_headers, b""
        if "gzip" in environ.get("HTTP_ACCEPT_ENCODING", ""):
            headers, body = self.compressed_headers, self.compressed
        else:
            headers, body = self.headers, self.body
        return 200, headers, b"" if environ["REQUEST_METHOD"] == "HEAD" else body


def make_entry(response: HttpResponse, *, generation: int, changes: list[datetime]) -> Entry:
    """Make the entry of a response; `changes` are the instants at which its content changes by itself."""
    body = response.content
    # No time in it: the same page gives the same bytes in every process.
    compressed = gzip.compress(body, LEVEL, mtime=0)
    etag = f'W/"{hashlib.blake2b(body, digest_size=12).hexdigest()}"'
    caching = {
        "ETag": etag,
        # Browser and CDN ask again each time; the answer from memory is cheaper than a stale page.
        "Cache-Control": response.get("Cache-Control", "public, max-age=0, must-revalidate"),
        # Readers who are signed in see pages of their own; the language is in the path.
        "Vary": "Accept-Encoding, Cookie",
    }
    headers = {**dict(response.items()), **caching}
    expires_at = min([time.time() + MAX_AGE_SECONDS, *(moment.timestamp() for moment in changes)])
    return Entry(
        body=body,
        compressed=compressed,
        etag=etag,
        headers=list({**headers, "Content-Length": str(len(body))}.items()),
        compressed_headers=list(
            {**headers, "Content-Length": str(len(compressed)), "Content-Encoding": "gzip"}.items()
        ),
        unchanged_headers=list(caching.items()),
        generation=generation,
        expires_at=expires_at,
    )


def is_among(etag: str, if_none_match: str) -> bool:
    """Compare weakly with what the reader has (RFC 9110, 13.1.2)."""
    wanted = etag.removeprefix("W/")
    given = (part.strip() for part in if_none_match.split(","))
    return any(part == "*" or part.removeprefix("W/") == wanted for part in given)


class PageStore:
    """Entries up to a total size, least recently read out first; safe between threads."""

    def __init__(self, max_bytes: int = MAX_BYTES) -> None:
        self._entries: OrderedDict[str, Entry] = OrderedDict()
        self._lock = threading.Lock()
        self._bytes = 0
        self._max_bytes = max_bytes

    def __len__(self) -> int:
        return len(self._entries)

    def get(self, key: str) -> Entry | None:
        """Return the entry and note that it was read."""
        with self._lock:
            entry = self._entries.get(key)
            if entry:
                self._entries.move_to_end(key)
            return entry

    def put(self, key: str, entry: Entry) -> None:
        """Keep an entry, letting others go until it fits."""
        with self._lock:
            self._drop(key)
            self._entries[key] = entry
            self._bytes += entry.size
            while self._bytes > self._max_bytes and self._entries:
                self._drop(next(iter(self._entries)))

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._entries.clear()
            self._bytes = 0

    def _drop(self, key: str) -> None:
        old = self._entries.pop(key, None)
        if old:
            self._bytes -= old.size


pages = PageStore()
