"""A video in parts, as players ask for it: without them some telephones play nothing and nobody can skip."""

from __future__ import annotations

import re

from django.http import HttpRequest, HttpResponse
from wagtail.documents.models import AbstractDocument

VIDEOS = ("mp4", "webm")
RANGE = re.compile(r"bytes=(\d{0,15})-(\d{0,15})")
# The player asks again for what follows.
LONGEST_PART = 4 * 1024 * 1024


def serve_part(document: AbstractDocument, request: HttpRequest) -> HttpResponse | None:
    """Answer a request for a part of a video (RFC 9110, 14); None lets Wagtail serve the whole file."""
    asked = RANGE.fullmatch(request.headers.get("Range", ""))
    if asked is None or document.file_extension.lower() not in VIDEOS:
        return None
    size = document.file.size
    part = part_of(asked[1], asked[2], size)
    if part is None:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    first, last = part
    with document.open_file() as file:
        file.seek(first)
        content = file.read(last - first + 1)
    return HttpResponse(
        content,
        status=206,
        content_type=document.content_type,
        headers={
            "Content-Range": f"bytes {first}-{last}/{size}",
            "Accept-Ranges": "bytes",
            "Content-Security-Policy": "default-src 'none'",
            "X-Content-Type-Options": "nosniff",
        },
    )


def part_of(first: str, last: str, size: int) -> tuple[int, int] | None:
    """Return the first and the last byte that are sent, None where the file has no such part.

    Without a first byte, `last` counts from the end.
    """
    if not first:
        start = max(0, size - int(last or 0))
        end = size - 1
    else:
        start = int(first)
        end = min(int(last), size - 1) if last else size - 1
    if start > end or start >= size:
        return None
    return start, min(end, start + LONGEST_PART - 1)
