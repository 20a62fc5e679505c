"""The secret in a link that goes out by mail, of which only the digest is kept. Pure: no Django here."""

from __future__ import annotations

import hashlib
import secrets

# 256 bits: nobody guesses one, so that links need no rate limit of their own.
BYTES = 32


def new_token() -> str:
    """Return a secret of 43 letters, digits, hyphens and underscores."""
    return secrets.token_urlsafe(BYTES)


def digest(token: str) -> str:
    """Return what is kept of a secret: its SHA-256, 64 hexadecimal characters."""
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()
