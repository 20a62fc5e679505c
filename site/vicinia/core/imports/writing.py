"""Writing the rows that differ."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import connections, router
from django.db.models import DateField, Field
from django.utils import timezone

from vicinia.core.bulk import upsert

from .changes import RowChange
from .resource import TableResource


def write_changes(changes: Iterable[RowChange], resource: TableResource) -> None:
    """Insert the new rows and update the others, in one statement.

    On a new row the model's other fields have their defaults; on one that is there they stay, but for
    the instant of the last change.
    """
    model = resource.model
    connection = connections[router.db_for_write(model)]
    given = [model._meta.get_field(name) for name in resource.attributes]
    others = [each for each in model._meta.concrete_fields if each not in given and not each.primary_key]

    def prepared(field: Any, value: object) -> object:
        return field.get_db_prep_save(value, connection)

    defaults = [prepared(field, default_of(field)) for field in others]
    upsert(
        model,
        fields=[field.name for field in (*given, *others)],
        rows=(
            [*(prepared(field, change.after[field.name]) for field in given), *defaults] for change in changes
        ),
        key=resource.key,
        insert_only={field.name for field in others if not getattr(field, "auto_now", False)},
    )


def default_of(field: Field[Any, Any]) -> object:
    """Return what a new row has in a field that the table does not give."""
    if isinstance(field, DateField) and (field.auto_now or field.auto_now_add):
        return timezone.now()
    return field.get_default()
