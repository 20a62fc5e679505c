"""Keeping how clear a page was."""

from __future__ import annotations

from django.db import transaction

from vicinia.core import audit

from .models import PageRating


def rate_page(*, path: str, rating: int, reason: str = "", comment: str = "") -> PageRating:
    """Keep one reader's rating of the page at `path`, from 1 to 5; nothing of the reader is kept."""
    with transaction.atomic():
        given = PageRating.objects.create(path=path, rating=rating, reason=reason, comment=comment)
        audit.record("home.page.rated", by=None, target=given, path=path, rating=rating)
    return given
