"""Finding who helps: what everybody may read, by need, age, neighbourhood and words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import reduce
from operator import and_

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners.confirmations.queries import confirmations_of
from partners.organisations.models import Organisation
from partners.profiles.enums import PublicFieldName
from partners.profiles.queries import (
    PublicProfile,
    listed,
    public_profile,
    showing,
    slug_of,
    with_public_parts,
)
from vicinia.core.components import Badge, Card, Tag
from vicinia.core.page_cache import changes_at
from vicinia.core.search import Hit, RowsFound

from .enums import OLDEST, AgeGroup
from .models import HelpOffered

WORDS = re.compile(r"\w+")
MOST_WORDS = 10
SUMMARY = 160
ASSOCIATIONS = gettext_lazy("Associations")
# Texts that a search by words reads, each only where the body shows it.
SEARCHED = {
    PublicFieldName.DESCRIPTION: ("description",),
    PublicFieldName.WHO_THEY_HELP: ("who_they_help",),
    PublicFieldName.SEAT: ("city", "address"),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a reader looks for; an empty value does not choose."""

    need: str = ""
    age: str = ""
    area: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Association:
    """A body of the directory: what it shows, whom it helps, where its page is."""

    profile: PublicProfile
    needs: tuple[str, ...]
    ages: tuple[int, int] | None
    areas: tuple[str, ...]
    has_lapsed: bool = False

    @property
    def url(self) -> str:
        """Its page, in the active language."""
        return reverse("associations:detail", args=[self.profile.slug])


def find_associations(wanted: Wanted) -> QuerySet[Organisation]:
    """Return the listed bodies that fit, by name; an unknown value finds none."""
    found = listed()
    offered = HelpOffered.objects.filter(organisation=OuterRef("pk"))
    if wanted.need:
        found = found.filter(Exists(offered.filter(needs__slug=wanted.need)))
    if wanted.age:
        found = found.filter(Exists(_at_age(offered, wanted.age)))
    if wanted.area:
        somewhere = Q(areas__slug=wanted.area) | Q(areas__isnull=True)
        found = found.filter(Exists(offered.filter(somewhere)))
    words = WORDS.findall(wanted.words)[:MOST_WORDS]
    return found.filter(reduce(and_, map(_says, words))) if words else found


def _at_age(offered: QuerySet[HelpOffered], age: str) -> QuerySet[HelpOffered]:
    if age not in AgeGroup.values:
        return offered.none()
    first, last = AgeGroup(age).years
    return offered.filter(age_from__lte=last, age_to__gte=first)


def _says(word: str) -> Q:
    """A body says the word in its name, or in a text that it shows."""
    condition = Q(name__icontains=word)
    for name, fields in SEARCHED.items():
        for field in fields:
            condition |= Q(showing(name), **{f"{field}__icontains": word})
    return condition


def associations(organisations: QuerySet[Organisation]) -> list[Association]:
    """Return the bodies as everybody reads them; eight queries however many they are."""
    rows = with_public_parts(organisations).select_related("help_offered")
    bodies = list(rows.prefetch_related("help_offered__needs", "help_offered__areas"))
    standings = confirmations_of(bodies)
    # That is when the data that nobody has confirmed begin to be marked.
    for standing in standings.values():
        changes_at(standing.marked_from)
    return [_association(each, has_lapsed=standings[each.pk].has_lapsed) for each in bodies]


def _association(row: Organisation, *, has_lapsed: bool) -> Association:
    profile = public_profile(row)
    offered: HelpOffered | None = getattr(row, "help_offered", None)
    if offered is None:
        return Association(profile, (), None, (), has_lapsed)
    return Association(
        profile,
        tuple(map(str, offered.needs.all())),
        (offered.age_from, offered.age_to),
        tuple(map(str, offered.areas.all())),
        has_lapsed,
    )


def ages_text(ages: tuple[int, int] | None) -> str:
    """Return the ages in words; nothing when the body helps at every age or has not said."""
    if ages is None or ages == (0, OLDEST):
        return ""
    first, last = ages
    if last == OLDEST:
        return _("from %(first)d years") % {"first": first}
    if first == 0:
        return _("up to %(last)d years") % {"last": last}
    return _("from %(first)d to %(last)d years") % {"first": first, "last": last}


def summary_of(profile: PublicProfile) -> str:
    """Return one sentence of what the body does, if it shows one."""
    values = profile.values
    text = values.get(PublicFieldName.WHO_THEY_HELP) or values.get(PublicFieldName.DESCRIPTION, "")
    return Truncator(text).chars(SUMMARY)


def association_card(association: Association) -> Card:
    """Return the body as a card of a list."""
    return Card(
        title=association.profile.name,
        url=association.url,
        kicker=association.profile.legal_form,
        summary=summary_of(association.profile),
        tags=tuple(Tag(need) for need in association.needs[:3]),
        badge=Badge(_("Data to be confirmed"), "attention") if association.has_lapsed else None,
        logo=replace(logo, alt="") if (logo := association.profile.logo) else None,
    )


def listed_addresses() -> list[tuple[str, datetime]]:
    """Return the address of each public page and its last change, for search engines; one query."""
    rows = listed().values_list("pk", "name", "updated_at")
    return [(reverse("associations:detail", args=[slug_of(name, pk)]), at) for pk, name, at in rows]


def find_by_words(query: str) -> RowsFound[Organisation]:
    """Find the listed bodies that say every word, for the search of the site."""
    return RowsFound(find_associations(Wanted(words=query)), association_hits)


def association_hits(organisations: QuerySet[Organisation]) -> list[Hit]:
    """Return bodies as results of the search."""
    return [
        Hit(ASSOCIATIONS, each.profile.name, each.url, summary_of(each.profile))
        for each in associations(organisations)
    ]


def listed_names() -> Iterable[str]:
    """Return the names of the listed bodies, as words to spell by."""
    return listed().values_list("name", flat=True)
