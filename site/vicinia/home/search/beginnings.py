"""What to propose while a reader types: nothing that the search would not find."""

from __future__ import annotations

from wagtail.models import Page

from .pages import public_pages, search_in
from .queries import cleaned

FEWEST_LETTERS, MOST = 3, 6


def titles_that_begin(text: str) -> list[str]:
    """Return at most six titles of public pages with every word typed, the last one perhaps only begun."""
    words = cleaned(text)
    if len(words) < FEWEST_LETTERS:
        return []
    found: list[Page] = list(search_in(public_pages(), words, "begun")[:MOST])
    return list(dict.fromkeys(page.title for page in found))
