"""Searching on SQLite in one pass: the library scores each row found by searching again for that row alone.

On five thousand pages a common word took seconds; joined to its index, a search takes what the index takes.
"""

from __future__ import annotations

from django.db.models import IntegerField, Model, QuerySet
from modelsearch.backends.base import BaseSearchBackend
from modelsearch.backends.database.sqlite.query import BM25, MatchExpression, normalize
from modelsearch.backends.database.sqlite.sqlite import (
    IndexEntry,
    SQLiteAutocompleteQueryCompiler,
    SQLiteFTSIndexEntry,
    SQLiteSearchBackend,
    SQLiteSearchQueryCompiler,
)
from modelsearch.query import PlainText
from modelsearch.utils import get_descendants_content_types_pks


class InOnePass(SQLiteSearchQueryCompiler):
    """A search for words as one join; what is not for words is left to the library."""

    def search(
        self, config: str | None, start: int, stop: int | None, score_field: str | None = None
    ) -> QuerySet[Model]:
        """Return the rows that match, the most relevant first where the caller asks for it."""
        query = normalize(self.query)
        key = self.queryset.model._meta.pk
        numbered = isinstance(key.target_field if key.remote_field else key, IntegerField)
        if not isinstance(query, PlainText) or not numbered:
            left: QuerySet[Model] = super().search(config, start, stop, score_field=score_field)
            return left
        entries, texts = IndexEntry._meta.db_table, SQLiteFTSIndexEntry._meta.db_table
        types = ", ".join(map(str, get_descendants_content_types_pks(self.queryset.model)))
        table = self.queryset.model._meta.db_table
        words = self.build_search_query(query, config=config)
        found = self.queryset.extra(  # noqa: S610 - names of tables and numbers of ours
            tables=[texts, entries],
            where=[
                f"{texts}.rowid = {entries}.id",
                f"{entries}.content_type_id IN ({types})",
                f"{table}.{key.column} = CAST({entries}.object_id AS INTEGER)",
            ],
        ).filter(MatchExpression(self.fields or self.FTS_TABLE_FIELDS, words))
        if score_field is not None:
            found = found.annotate(**{score_field: BM25()})
        if self.order_by_relevance:
            # The best score is the lowest number.
            found = found.order_by(BM25().asc(), "-pk")
        elif not found.query.order_by:
            found = found.order_by("-pk")
        part: QuerySet[Model] = found[start:stop]
        return part


class BegunInOnePass(InOnePass, SQLiteAutocompleteQueryCompiler):
    """The same for words of which the last is only begun."""


class OnePassBackend(SQLiteSearchBackend):
    """The library's own backend with these two."""

    query_compiler_class = InOnePass
    autocomplete_query_compiler_class = BegunInOnePass

    @staticmethod
    def replaces(backend: BaseSearchBackend) -> bool:
        """Tell whether this does what a backend does."""
        return type(backend) is SQLiteSearchBackend
