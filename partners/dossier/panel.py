"""The dossiers of a person's bodies, in the reserved area: what to mend, and how each body stands."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from partners.organisations.models import Organisation
from partners.organisations.queries import organisations_acted_for, organisations_of
from vicinia.accounts.models import User
from vicinia.core.clock import database_day, midnight
from vicinia.core.components import Badge, Card
from vicinia.core.reserved_area import Panel, Task

from .enums import Standing
from .queries import URGENT, Entry, dossiers_of
from .screens import button_of


def panel(user: User) -> Panel | None:
    """Return the panel of documents; None for who belongs to no body."""
    organisations = list(organisations_of(user))
    if not organisations:
        return None
    acted_for = set(organisations_acted_for(user).values_list("pk", flat=True))
    dossiers = dossiers_of(organisations, database_day())
    return Panel(
        title=_("Documents of your bodies"),
        tasks=tuple(
            task
            for organisation in organisations
            if organisation.pk in acted_for
            for entry in dossiers[organisation.pk]
            if (task := _task(entry, organisation))
        ),
        entries=tuple(_card(each, dossiers[each.pk]) for each in organisations),
    )


def _task(entry: Entry, organisation: Organisation) -> Task | None:
    """What to do about a document that was rejected, has expired or is about to."""
    latest, button = entry.latest, button_of(entry, organisation)
    if latest is None or button is None or entry.standing not in URGENT:
        return None
    sentences = {
        Standing.REJECTED: _("«%(document)s» of %(organisation)s was not accepted: upload it again."),
        Standing.EXPIRED: _("«%(document)s» of %(organisation)s has expired: upload the one in force."),
        Standing.EXPIRING: _("«%(document)s» of %(organisation)s expires soon: upload the new one."),
    }
    return Task(
        text=sentences[entry.standing] % {"document": entry.kind.label, "organisation": organisation.name},
        url=button.url,
        button=button.label,
        # Until the end of its last day.
        deadline=midnight(latest.expires_on + timedelta(days=1)) - timedelta(minutes=1)
        if entry.standing == Standing.EXPIRING and latest.expires_on
        else None,
    )


def _card(organisation: Organisation, entries: Sequence[Entry]) -> Card:
    """How a body's dossier stands, in a line."""
    there = [entry for entry in entries if entry.latest]
    urgent = sum(entry.is_to_mend for entry in there)
    settled = {Standing.VALID, Standing.TO_CHECK}
    in_order = sum(entry.standing in settled and not entry.is_to_mend for entry in there)
    summary = ngettext("%(count)s document in order", "%(count)s documents in order", in_order) % {
        "count": in_order
    }
    return Card(
        title=_("Documents of %(organisation)s") % {"organisation": organisation.name},
        url=reverse("partners:dossier", args=[organisation.pk]),
        summary=summary if there else _("None yet: upload each one once, use it in every application."),
        badge=Badge(
            ngettext("%(count)s to mend", "%(count)s to mend", urgent) % {"count": urgent}, "attention"
        )
        if urgent
        else None,
    )
