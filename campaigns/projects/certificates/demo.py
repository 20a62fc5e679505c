"""Loads the demo's certificates: a teacher has one of the school where she works, one of where she worked."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction

from campaigns.projects.catalogue.queries import this_school_year
from campaigns.projects.catalogue.school_years import shifted
from campaigns.projects.enrolments.models import Enrolment
from partners.demo_loader import demo_school
from vicinia.accounts.demo_loader import demo_user
from vicinia.core.clock import midnight

from .models import Certificate
from .services import write_certificate

# Project and school of last year, in the order of their ends; she has left Le Mura.
CERTIFIED = (("Merenda intelligente in classe", "primaria-fornaci"), ("Città senza gradini", "primaria-mura"))
ISSUED_AFTER = timedelta(days=12, hours=10)


@transaction.atomic
def load_certificates() -> None:
    """Issue them some days after the last meeting, unless they are there."""
    if Certificate.objects.exists():
        return
    teacher, office = demo_user("insegnante"), demo_user("scuole")
    for title, school in CERTIFIED:
        classes = Enrolment.objects.confirmed().filter(
            edition__project__title=title,
            edition__school_year=shifted(this_school_year(), -1),
            school=demo_school(school),
        )
        enrolment = classes.select_related("edition__project", "school").order_by("pk")[0]
        # Whoever signs a class up works in its school then.
        enrolment.teacher = teacher
        enrolment.save(update_fields=["teacher"])
        assert enrolment.edition.last_meeting is not None  # noqa: S101 - the demo's editions say it
        at = midnight(enrolment.edition.last_meeting) + ISSUED_AFTER
        write_certificate(enrolment=enrolment, at=at, by=office)
