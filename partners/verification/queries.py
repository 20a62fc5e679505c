"""Reads about checks and messages."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import OuterRef, Q, QuerySet, Subquery

from partners.organisations.models import Organisation, OrganisationQuerySet

from .enums import GUIDES, CheckItem
from .models import VerificationCheck, VerificationMessage


@dataclass(frozen=True, slots=True)
class CheckRow:
    """A line of the list of checks, done or still to do (then `check` is None)."""

    item: CheckItem
    check: VerificationCheck | None

    @property
    def guide(self) -> str:
        """Where and how it is done."""
        return str(GUIDES[self.item])


def checklist(organisation: Organisation) -> list[CheckRow]:
    """Return every check in order, with what came of it."""
    done = {check.item: check for check in organisation.checks.select_related("checked_by")}
    return [CheckRow(item, done.get(item)) for item in CheckItem]


def missing_checks(organisation: Organisation) -> list[CheckItem]:
    """Return the checks that nobody has done yet."""
    done = set(organisation.checks.values_list("item", flat=True))
    return [item for item in CheckItem if item not in done]


def messages_of(organisation: Organisation) -> QuerySet[VerificationMessage]:
    """Return what office and body wrote to each other, the oldest first."""
    return organisation.messages.select_related("author").order_by("sent_at", "pk")


def waits_for_body(organisation: Organisation) -> bool:
    """Tell whether the office has asked last."""
    last = organisation.messages.order_by("-sent_at", "-pk").values_list("is_from_office", flat=True).first()
    return bool(last)


def asked(organisations: OrganisationQuerySet) -> OrganisationQuerySet:
    """Return the bodies that the office waits for."""
    return _of_last_writer(organisations, office=True)


def answered_since(organisations: OrganisationQuerySet) -> OrganisationQuerySet:
    """Return the bodies that have answered and wait for the office."""
    return _of_last_writer(organisations, office=False)


def _of_last_writer(organisations: OrganisationQuerySet, *, office: bool) -> OrganisationQuerySet:
    latest = VerificationMessage.objects.filter(organisation=OuterRef("pk")).order_by("-sent_at", "-pk")
    last = Subquery(latest.values("is_from_office")[:1])
    return organisations.alias(office_wrote_last=last).filter(Q(("office_wrote_last", office)))
