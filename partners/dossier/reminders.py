"""Telling bodies what expires, 30 and 7 days before: one mail a body a day, no document twice for a term."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypedDict

from django.db import transaction
from django_tasks import task

from partners.merging.queries import with_merged
from partners.organisations.models import Organisation
from vicinia.core import audit, mail
from vicinia.core.audit.models import AuditEntry
from vicinia.core.clock import database_day

from .models import DossierDocument, DossierVersion
from .notifications import recipients
from .queries import dossier_of
from .standing import SOON, reminder_due

REMINDED = "partners.dossier.reminded"


@dataclass(frozen=True, slots=True)
class Due:
    """A version that expires, and the term (days before) for which the body is told now."""

    version: DossierVersion
    days_before: int
    days_left: int


@task()
def send_reminders() -> None:
    """Tell every body that has something to be told; run again, it tells nothing twice."""
    today = database_day()
    soon = DossierDocument.objects.filter(
        versions__expires_on__gte=today, versions__expires_on__lte=today + SOON
    )
    # One transaction a body: a fault stops one mail, not the others that went before.
    for organisation in Organisation.objects.filter(pk__in=soon.values("organisation")).order_by("pk"):
        remind(organisation=organisation, today=today)


@transaction.atomic
def remind(*, organisation: Organisation, today: date) -> list[Due]:
    """Send a body the one mail of the day about what expires; return what it told."""
    # Two schedulers meet here: the second finds what the first has told.
    list(DossierDocument.objects.select_for_update().filter(organisation=organisation).order_by("pk"))
    mails = _mails_sent(organisation)
    if any(each["day"] == today.isoformat() for each in mails):
        return []
    told = {(row["version"], row["days_before"]) for each in mails for row in each["documents"]}
    due = _due(organisation, today, told)
    if not due:
        return []
    for language, to in recipients(organisation).items():
        context = {
            "organisation": organisation,
            "due": due,
            "action_url": mail.link("partners:dossier", organisation.pk, language=language),
        }
        mail.send("partners/documents_expiring", to=to, context=context, language=language)
    audit.record(
        REMINDED,
        by=None,
        target=organisation,
        day=today.isoformat(),
        documents=[{"version": each.version.pk, "days_before": each.days_before} for each in due],
    )
    return due


class Told(TypedDict):
    """A document that a mail told of: the version's key and the term in days."""

    version: int
    days_before: int


class SentMail(TypedDict):
    """A mail as the trail keeps it: the day (ISO 8601) and what it told."""

    day: str
    documents: list[Told]


def _mails_sent(organisation: Organisation) -> list[SentMail]:
    """Return what the trail says of the mails sent to a body, and to those that went into it.

    It is their record, none is kept beside it.
    """
    entries = AuditEntry.objects.filter(
        action=REMINDED,
        target_type=organisation._meta.label_lower,
        target_id__in=list(map(str, with_merged(organisation))),
    )
    return list(entries.values_list("data", flat=True))


def _due(organisation: Organisation, today: date, told: set[tuple[int, int]]) -> list[Due]:
    """Find what counts now, is the body's to renew, has nothing newer waiting, and was not told yet."""
    found = []
    for entry in dossier_of(organisation, today):
        version = entry.valid
        if version is None or version != entry.latest or entry.kind.from_office:
            continue
        days_left = version.days_left(today)
        term = reminder_due(days_left)
        if term is None or days_left is None or (version.pk, term) in told:
            continue
        found.append(Due(version, term, days_left))
    return found
