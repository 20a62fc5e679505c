"""Streaming a private file. Only called after the caller's own permission check."""

from django.http import FileResponse

from .models import StoredFile


def stream(stored: StoredFile, *, inline: bool = False) -> FileResponse:
    """Send the file with its own name, never cached by others, never run by the browser."""
    response = FileResponse(
        stored.file.open("rb"),
        as_attachment=not inline,
        filename=stored.name,
        content_type=stored.content_type,
    )
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response
