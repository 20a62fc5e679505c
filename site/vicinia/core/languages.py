"""The languages of the site in its addresses: the default one has no prefix, the others have theirs."""

from __future__ import annotations

from collections.abc import Iterable

from django.conf import settings


def in_every_language(paths: Iterable[str]) -> tuple[str, ...]:
    """Return the paths as they are and below each other language's prefix ("/cerca/", "/en/cerca/")."""
    prefixes = [f"/{code}" for code, _name in settings.LANGUAGES if code != settings.LANGUAGE_CODE]
    return tuple(f"{prefix}{path}" for path in paths for prefix in ("", *prefixes))
