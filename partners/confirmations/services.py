"""Writes about the yearly confirmation."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from partners.organisations.holding import hold_to_edit
from partners.organisations.models import Organisation
from vicinia.accounts.rights.backend import require
from vicinia.core import audit
from vicinia.core.clock import database_now
from vicinia.core.mail import link, send

from .models import ConfirmationRequest, YearlyConfirmation
from .queries import confirmation_of, deadline, to_remind, unconfirmed

if TYPE_CHECKING:
    from vicinia.accounts.models import User

# The office may ask again, but not every day.
ASKED_AGAIN_AFTER = timedelta(days=7)


class NotDue(Exception):
    """The data of this year are confirmed already, or the body is not in the register."""


def confirm_data(*, organisation: Organisation, by: User) -> YearlyConfirmation:
    """Say that the body's data are right for this year (municipal register of associations).

    `by` may write in the body's name or manages bodies. Raises PermissionDenied, NotDue.
    """
    with transaction.atomic():
        locked = hold_to_edit(organisation, by)
        standing = confirmation_of(locked)
        if not standing.is_due:
            raise NotDue(_("There is nothing to confirm now: the data of this year are already in order."))
        confirmation = YearlyConfirmation.objects.create(
            organisation=locked, year=standing.year, confirmed_at=database_now(), confirmed_by=by
        )
        audit.record("partners.organisation.confirmed", by=by, target=locked, year=standing.year)
    return confirmation


def ask_confirmation(*, organisation: Organisation, by: User) -> bool:
    """Write to the body that this year's data are to be confirmed; tell whether a mail was sent.

    None is sent to who has confirmed, has nobody who could, or was asked less than a week ago. Raises
    PermissionDenied for who does not manage bodies.
    """
    require(by, "partners.verify_organisation")
    return _ask(organisation.pk, by)


def send_reminders() -> int:
    """Ask the bodies whose deadline is near, each once a year; return how many. Safe to run twice."""
    waiting = list(to_remind(timezone.localdate()).values_list("pk", flat=True))
    return sum(_ask(pk, None) for pk in waiting)


def _ask(organisation_id: int, by: User | None) -> bool:
    year = timezone.localdate().year
    with transaction.atomic():
        locked = Organisation.objects.select_for_update().get(pk=organisation_id)
        if not unconfirmed(year).filter(pk=locked.pk).exists():
            return False
        now = database_now()
        request, is_new = ConfirmationRequest.objects.get_or_create(
            organisation=locked, year=year, defaults={"asked_at": now, "asked_by": by}
        )
        if not is_new:
            if by is None or now - request.asked_at < ASKED_AGAIN_AFTER:
                return False
            request.asked_at, request.asked_by = now, by
            request.save()
        audit.record("partners.organisation.confirmation_asked", by=by, target=locked, year=year)
        _write(locked, year)
    return True


def _write(organisation: Organisation, year: int) -> None:
    context = {
        "organisation": organisation,
        # A text: as a number it would get the dot of the thousands.
        "year": str(year),
        "deadline": deadline().of(year),
        "is_late": timezone.localdate() > deadline().of(year),
        "action_url": link("partners:confirmation", organisation.pk, language="it"),
    }
    send("partners/confirm_data", to=[organisation.email], context=context)
