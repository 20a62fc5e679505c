"""Reads about certificates."""

from __future__ import annotations

from datetime import date

from django.db.models import Exists, OuterRef

from campaigns.projects.enrolments.models import Enrolment, EnrolmentQuerySet
from vicinia.accounts.models import User

from .models import Certificate, CertificateQuerySet


def certificates_of(user: User) -> CertificateQuerySet:
    """Return the person's certificates, whatever school they work in now: the latest first."""
    return Certificate.objects.filter(holder=user)


def has_certificate(enrolment: Enrolment) -> bool:
    """Tell whether a certificate that counts was issued for a class."""
    return Certificate.objects.counting().filter(enrolment=enrolment).exists()


def classes_to_certify(rows: EnrolmentQuerySet, today: date) -> EnrolmentQuerySet:
    """Keep the classes that `conditions.obstacle` says nothing against today."""
    ended = rows.confirmed().filter(
        edition__last_meeting__lt=today, edition__meetings_held__gt=0, teacher__is_active=True
    )
    named = ended.exclude(teacher__first_name="", teacher__last_name="")
    return named.filter(~Exists(_counting()))


def certified_classes(rows: EnrolmentQuerySet) -> EnrolmentQuerySet:
    """Keep the classes for which a certificate that counts was issued."""
    return rows.filter(Exists(_counting()))


def _counting() -> CertificateQuerySet:
    return Certificate.objects.counting().filter(enrolment=OuterRef("pk"))
