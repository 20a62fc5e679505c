"""Where secrets and people may be sent. No Django here: the settings ask it too."""

from __future__ import annotations

from urllib.parse import urlsplit

LOOPBACK = {"localhost", "127.0.0.1", "::1"}


def is_safe(address: str) -> bool:
    """Tell whether nobody else reads what goes there: https, or plain http to this very machine."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return bool(parts.hostname) and (
        parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOOPBACK)
    )
