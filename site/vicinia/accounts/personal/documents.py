"""Everything about a person as a file: JSON for machines, PDF to read."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vicinia.accounts.models import User
from vicinia.core.formats import exact_datetime, long_datetime, short_date, whole
from vicinia.core.mail import signature
from vicinia.core.pdf import render

from .registry import Section, Value

# Grows when a key changes its meaning or goes; new sections and keys may come at any time.
LAYOUT = 1
# A table with more columns than this does not fit a sheet: its rows become lists of label and value.
MOST_COLUMNS = 4


def as_json(user: User, sections: Iterable[Section], *, at: datetime) -> bytes:
    """Return the person's data as JSON (UTF-8): a machine-readable copy (GDPR art. 20).

    `{"layout": 1, "held_by": ..., "made_at": ..., "person": ..., "sections": [{"key", "title", "why",
    "fields": {key: label}, "records": [{key: value}]}]}`. Times are ISO 8601 with their offset, what is
    unknown is null; titles, labels and states are in the language of the page.
    """
    content = {
        "layout": LAYOUT,
        "held_by": signature().municipality,
        "made_at": plain(at),
        "person": str(user),
        "sections": [
            {
                "key": section.key,
                "title": str(section.title),
                "why": str(section.why),
                "fields": {field.key: str(field.label) for field in section.fields},
                "records": [
                    {field.key: plain(value) for field, value in zip(section.fields, row, strict=True)}
                    for row in section.rows
                ],
            }
            for section in sections
        ],
    }
    return json.dumps(content, ensure_ascii=False, indent=2).encode()


def plain(value: Value) -> str | int | bool | None:
    """Return a value as JSON holds it."""
    if isinstance(value, datetime):
        return timezone.localtime(value).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return value if value is None or isinstance(value, bool | int) else str(value)


def as_pdf(user: User, sections: Iterable[Section], *, at: datetime) -> bytes:
    """Return the person's data as a tagged PDF in the active language."""
    who = signature()
    return render("personal", _printed(user, sections, at, who.municipality, who.office), at=at)


def _printed(
    user: User, sections: Iterable[Section], at: datetime, municipality: str, office: str
) -> dict[str, Any]:
    return {
        "lang": get_language() or "it",
        "municipality": municipality,
        "office": office,
        "title": _("The data we hold about you"),
        "generated": _("Made for %(name)s on %(when)s") % {"name": user, "when": exact_datetime(at)},
        "sections": [
            {
                "title": str(section.title),
                "why": str(section.why),
                "is_table": len(section.rows) > 1 and len(section.fields) <= MOST_COLUMNS,
                "labels": [str(field.label) for field in section.fields],
                "rows": [[in_words(value) for value in row] for row in section.rows],
            }
            for section in sections
        ],
    }


def in_words(value: Value) -> str:
    """Write a value as people read it; what is unknown is a dash."""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, datetime):
        return long_datetime(value)
    if isinstance(value, date):
        return short_date(value)
    if isinstance(value, int):
        return whole(value)
    return str(value) if value else "–"
