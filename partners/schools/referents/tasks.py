"""The reminder of September."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django_tasks import task

from partners.schools.school_years import this_school_year
from vicinia.core import mail
from vicinia.core.clock import database_now

from .models import Referent
from .queries import confirmation_deadline, latest_of_each, to_confirm_again

# The task may be run twice: who was written to in these days is not written to again.
QUIET_FOR = timedelta(days=7)


def has_any() -> bool:
    """Tell whether somebody has to confirm."""
    return to_confirm_again().exists()


@task(queue_name="default")
def remind_referents() -> None:
    """Write to last year's contact persons who have not said whether they still are."""
    quiet_since = database_now() - QUIET_FOR
    for referent in latest_of_each(to_confirm_again()):
        if referent.reminded_at is None or referent.reminded_at < quiet_since:
            _remind(referent)


@transaction.atomic
def _remind(referent: Referent) -> None:
    user, year = referent.contact.user, this_school_year()
    referent.reminded_at = database_now()
    referent.save(update_fields=["reminded_at"])
    context = {
        "school": referent.school,
        "year": year,
        "deadline": confirmation_deadline(year),
        "action_url": mail.link("partners:school", referent.school_id, language=user.language),
    }
    mail.send("schools/confirm_referent", to=[user.email], context=context, language=user.language)
