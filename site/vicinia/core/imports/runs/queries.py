"""What the screens of imports read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import QuerySet

from vicinia.core.imports.importable import importable_by, importables
from vicinia.core.imports.mapping import guess

from .enums import RunState
from .models import ImportRun

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from vicinia.accounts.models import User


def runs_of(user: User | AnonymousUser) -> QuerySet[ImportRun]:
    """Return the imports of what the person may import, whoever started them; the latest first."""
    return ImportRun.objects.filter(kind__in=importable_by(user)).select_related("by", "progress")


def same_file_before(run: ImportRun) -> ImportRun | None:
    """Return the last import of the very same bytes that reached its end, if there is one."""
    return (
        ImportRun.objects.filter(kind=run.kind, file_sha256=run.file_sha256, state=RunState.DONE)
        .exclude(pk=run.pk)
        .select_related("by")
        .first()
    )


def proposed_mapping(run: ImportRun) -> dict[str, str]:
    """Return the columns as they were matched, here or in the last import that fits, else a guess by name."""
    if run.mapping:
        return dict(run.mapping)
    earlier = ImportRun.objects.filter(kind=run.kind).exclude(mapping={}).exclude(pk=run.pk)
    last = earlier.values_list("mapping", flat=True).first()
    if last and set(last.values()) <= set(run.header):
        return dict(last)
    wanted = {each.name: (each.name, str(each.label)) for each in importables[run.kind].columns}
    return guess(wanted, run.header)
