"""Which bodies may be one, and what a merge would do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q
from django.db.models.functions import Lower
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from partners.organisations.models import Organisation
from vicinia.core import merging
from vicinia.core.merging import followers

from .models import MergeRecord
from .similarity import alike

# A list longer than this is not read: the first ones are settled before the others.
MOST_GROUPS = 50
MOST_COMPARED = 2_000


@dataclass(frozen=True, slots=True)
class Suspects:
    """Bodies that may be one, and why."""

    reason: Promise
    bodies: tuple[Organisation, ...]


@dataclass(frozen=True, slots=True)
class Following:
    """How many rows of a kind would follow."""

    label: str
    count: int


def possible_duplicates() -> list[Suspects]:
    """Return groups with the same name and town, the same VAT number or the same RUNTS number."""
    found: list[Suspects] = []
    for reason, columns in (
        (_("Same VAT number"), ("vat_number",)),
        (_("Same RUNTS number"), ("runts_number",)),
        (_("Same name and town"), ("small_name", "city")),
    ):
        found += _groups(reason, columns)
    return found[:MOST_GROUPS]


def _groups(reason: Promise, columns: tuple[str, ...]) -> Iterable[Suspects]:
    rows = Organisation.objects.living().annotate(small_name=Lower("name")).exclude(**{columns[0]: ""})
    repeated = list(
        rows.order_by().values(*columns).annotate(times=Count("pk")).filter(times__gt=1)[:MOST_GROUPS]
    )
    if not repeated:
        return []
    wanted = Q()
    for group in repeated:
        wanted |= Q(**{column: group[column] for column in columns})
    by_key: dict[tuple[str, ...], list[Organisation]] = {}
    for body in rows.filter(wanted).order_by("pk"):
        by_key.setdefault(tuple(getattr(body, column) for column in columns), []).append(body)
    return [Suspects(reason, tuple(bodies)) for bodies in by_key.values()]


def like(organisation: Organisation) -> list[Organisation]:
    """Return the bodies of the same town, or with the same numbers, that may be this one."""
    others = Organisation.objects.living().exclude(pk=organisation.pk)
    same = Q(pk__in=[])
    for name in ("vat_number", "runts_number"):
        if value := getattr(organisation, name):
            same |= Q(**{name: value})
    names = others.filter(city__iexact=organisation.city).values_list("pk", "name")[:MOST_COMPARED]
    close = [key for key, name in names if alike(name, organisation.name)]
    return list(others.filter(same | Q(pk__in=close)).order_by("name", "pk")[:10])


def what_follows(loser: Organisation) -> list[Following]:
    """Return the counts of what would follow, without those of nothing."""
    counted = merging.counts(Organisation, loser.pk)
    return [Following(str(followers[key].label), count) for key, count in counted.items() if count]


def merge_to_undo(loser: Organisation) -> MergeRecord | None:
    """Return the merge by which this body went into another."""
    return loser.merged.filter(undone_at__isnull=True).select_related("winner", "loser", "by").first()


def merged_body(organisation_id: int) -> Organisation | None:
    """Return a body that went into another, by its number; None for any other number."""
    return Organisation.objects.filter(pk=organisation_id, merged_into__isnull=False).first()


def destination(organisation: Organisation) -> Organisation:
    """Return where a body has gone, through as many merges as there were; itself when nowhere."""
    seen = {organisation.pk}
    while organisation.merged_into and organisation.merged_into_id not in seen:
        organisation = organisation.merged_into
        seen.add(organisation.pk)
    return organisation


def with_merged(organisation: Organisation) -> list[int]:
    """Return the body's key, then those of the bodies that went into it, one merge after the other."""
    found = fresh = [organisation.pk]
    while fresh:
        gone = Organisation.objects.filter(merged_into__in=fresh)
        fresh = list(gone.order_by("pk").values_list("pk", flat=True))
        found = [*found, *fresh]
    return found
