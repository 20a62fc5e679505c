"""Places as results of the search."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from vicinia.core.search import Hit, RowsFound, every_word

from .models import Place

PLACES = _("Places")
# Never the address: who types a street must not learn from the results that a shelter is there.
SEARCHED = ("name", "kind", "summary", "area__name")


def find_places(words: str) -> RowsFound[Place]:
    """Find places by name, kind, description and neighbourhood."""
    return RowsFound(Place.objects.filter(every_word(words, SEARCHED)), place_hits)


def place_hits(places: QuerySet[Place]) -> list[Hit]:
    """Return places as results."""
    return [Hit(PLACES, place.name, place.get_absolute_url(), place.summary) for place in places]


def place_names() -> Iterable[str]:
    """Return the names of places, as words to spell by."""
    return Place.objects.values_list("name", flat=True)
