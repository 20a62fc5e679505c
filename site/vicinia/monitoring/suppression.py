"""Small numbers in public figures (docs: indicators, "Suppression in everything public"). No Django here."""

from __future__ import annotations

K = 5


def public_count(count: int, k: int = K) -> str:
    """Write a count for the public: 1 to k-1 is shown as "<k", so that nobody can be recognised."""
    return f"<{k}" if 0 < count < k else str(count)
