"""The database's own search, each text stemmed by the rules of its language.

On PostgreSQL a row of the index keeps the stems of its page's language, and a search asks in the reader's
("contributi" finds "contributo" in Italian, "grants" finds "grant" in English). SQLite does not stem:
there the spelling index of `home.search` leads from one form of a word to the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy

from django.conf import settings
from django.db import connection, models
from django.utils.translation import get_language
from modelsearch.backends import database
from modelsearch.backends.base import BaseSearchBackend
from modelsearch.backends.database.postgres.postgres import PostgresIndex, PostgresSearchBackend
from wagtail.models import Locale

# Languages that a plain PostgreSQL stems; the words of any other are kept as they are.
STEMMED = {"ar": "arabic", "de": "german", "en": "english", "es": "spanish", "fr": "french", "it": "italian"}
AS_WRITTEN = "simple"


def stemming_of(language: str | None) -> str:
    """Return the name of PostgreSQL's text search configuration for a language."""
    return STEMMED.get((language or settings.LANGUAGE_CODE).split("-")[0], AS_WRITTEN)


class StemmedIndex(PostgresIndex):
    """Writes each object by the rules of its own language, whoever saves it and in which language."""

    def add_items(self, model: type[models.Model], objs: Sequence[models.Model]) -> None:
        """Add objects of one type; those without a language are in the site's."""
        languages = dict(Locale.objects.values_list("pk", "language_code"))
        by_stemming: dict[str, list[models.Model]] = {}
        for each in objs:
            language = languages.get(getattr(each, "locale_id", None))
            by_stemming.setdefault(stemming_of(language), []).append(each)
        for stemming, same in by_stemming.items():
            index = PostgresIndex(self.backend.stemming_by(stemming))
            index.add_items(model, same)


class StemmedBackend(PostgresSearchBackend):
    """Searches by the rules of the active language; one is made for each search."""

    index_class = StemmedIndex

    def __init__(self, params: dict[str, object]) -> None:
        super().__init__(params)
        self.config = stemming_of(get_language())

    def stemming_by(self, stemming: str) -> StemmedBackend:
        """Return a backend that writes by other rules."""
        other = copy(self)
        other.config = stemming
        return other


def SearchBackend(params: dict[str, object]) -> BaseSearchBackend:  # noqa: N802 - asked by this name
    """Make the backend of the database in use."""
    if connection.vendor == "postgresql":
        return StemmedBackend(params)
    backend = database.SearchBackend(params)
    if connection.vendor == "sqlite":
        # Its models exist on SQLite alone.
        from .search_sqlite import OnePassBackend

        # One built without full text search has another backend.
        return OnePassBackend(params) if OnePassBackend.replaces(backend) else backend
    return backend
