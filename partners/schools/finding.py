"""Schools by the words that people type."""

from __future__ import annotations

from django.db.models import Q

from .models import SchoolQuerySet

MOST_WORDS = 10


def with_words(schools: SchoolQuerySet, text: str) -> SchoolQuerySet:
    """Keep the schools whose name, code, street, town, kind or institute has every word of the text."""
    for word in text.replace("\0", " ").split()[:MOST_WORDS]:
        schools = schools.filter(
            Q(name__icontains=word)
            | Q(code__iexact=word)
            | Q(address__icontains=word)
            | Q(municipality__icontains=word)
            | Q(level__icontains=word)
            | Q(institute__name__icontains=word)
            | Q(institute__code__iexact=word)
        )
    return schools
