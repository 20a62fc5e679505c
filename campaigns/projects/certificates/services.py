"""Writes about certificates. Whoever issues one holds the teacher's row, then the edition's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from campaigns.projects.enrolments.models import Enrolment
from campaigns.projects.enrolments.services import lock_edition
from vicinia.accounts.models import User
from vicinia.accounts.rights.backend import require
from vicinia.accounts.services import hold_person
from vicinia.core import audit, events
from vicinia.core.clock import database_now, day_of
from vicinia.core.registers.services import take_number
from vicinia.core.state import StepRefused
from vicinia.territory.letterhead.queries import letterhead

from .conditions import obstacle
from .enums import CERTIFICATE_STEPS, REGISTER, CertificateState
from .events import CertificateAnnulled, CertificateIssued
from .models import Certificate
from .queries import has_certificate

ISSUE = "campaigns.issue_certificate"
ANNUL = "campaigns.annul_certificate"


class NotIssued(ValidationError):
    """No certificate can be issued for this class; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Issuing:
    """What became of several classes: their certificates, and those left out with the reason."""

    certificates: tuple[Certificate, ...]
    left_out: tuple[tuple[Enrolment, str], ...]


def issue_certificates(*, enrolments: Iterable[Enrolment], by: User) -> Issuing:
    """Issue what can be, one transaction each: a class that cannot have its own holds nobody back."""
    require(by, ISSUE)
    certificates: list[Certificate] = []
    left_out: list[tuple[Enrolment, str]] = []
    for enrolment in enrolments:
        try:
            certificates.append(issue_certificate(enrolment=enrolment, by=by))
        except NotIssued as refusal:
            left_out.append((enrolment, refusal.messages[0]))
    return Issuing(tuple(certificates), tuple(left_out))


def issue_certificate(*, enrolment: Enrolment, by: User) -> Certificate:
    """Certify to the teacher of a class that it took part, as teacher, school and project are called now.

    Raises NotIssued: not confirmed, the edition has not ended or was not held, certified already, no teacher.
    """
    require(by, ISSUE)
    with transaction.atomic():
        locked = _hold(enrolment)
        now = database_now()
        reason = obstacle(locked, is_certified=has_certificate(locked), today=day_of(now))
        if reason:
            raise NotIssued(reason)
        certificate = write_certificate(enrolment=locked, at=now, by=by)
        events.emit(CertificateIssued(certificate_id=certificate.pk))
    return certificate


def write_certificate(*, enrolment: Enrolment, at: datetime, by: User | None) -> Certificate:
    """Number a certificate as of `at`; whoever calls has decided that it may be issued, in its transaction.

    Only `issue_certificate` and the demo's loader (for certificates of the past) use it: `at` is the
    database's time for everybody else.
    """
    certificate = _copy_of(enrolment)
    certificate.state, certificate.issued_at, certificate.issued_by = CertificateState.ISSUED, at, by
    certificate.register_year = day_of(at).year
    certificate.register_number = take_number(register=REGISTER, year=certificate.register_year)
    certificate.save(force_insert=True)
    audit.record("campaigns.certificate.issued", by=by, target=certificate, enrolment=enrolment.pk)
    return certificate


def annul_certificate(*, certificate: Certificate, reason: str, by: User) -> Certificate:
    """Say that a certificate does not count, and why; the number stays taken and the person is told.

    Raises ValidationError without a reason, StepRefused when it was annulled already or is nobody's.
    """
    require(by, ANNUL)
    reason = reason.strip()
    if not reason:
        raise ValidationError(_("Write why: the teacher reads it."), code="reason")
    with transaction.atomic():
        locked = Certificate.objects.select_for_update().get(pk=certificate.pk)
        CERTIFICATE_STEPS.require(CertificateState(locked.state), CertificateState.ANNULLED)
        if locked.holder_id is None:
            raise StepRefused(_("The teacher was deleted: nobody has this certificate any more."))
        locked.state, locked.annulled_at, locked.annulled_by = CertificateState.ANNULLED, database_now(), by
        locked.reason = reason
        locked.save(update_fields=["state", "annulled_at", "annulled_by", "reason"])
        audit.record("campaigns.certificate.annulled", by=by, target=locked, reason=locked.reason)
        events.emit(CertificateAnnulled(certificate_id=locked.pk))
    return locked


def _hold(enrolment: Enrolment) -> Enrolment:
    """Lock the teacher, then the edition; return the class as it is now.

    The teacher's row first, as a deletion does; the edition's as whoever cancels a class.
    """
    if enrolment.teacher_id:
        try:
            hold_person(User(pk=enrolment.teacher_id))
        except PermissionDenied as closed:
            raise NotIssued(_("Who signed the class up is not known any more.")) from closed
    lock_edition(enrolment.edition_id)
    rows = Enrolment.objects.select_related("edition__project", "school", "teacher")
    return rows.get(pk=enrolment.pk)


def _copy_of(enrolment: Enrolment) -> Certificate:
    """Return a certificate that says how everything is called now."""
    edition, project, school = enrolment.edition, enrolment.edition.project, enrolment.school
    assert enrolment.teacher is not None  # noqa: S101 - asked before
    assert edition.last_meeting is not None  # noqa: S101
    who = letterhead()
    return Certificate(
        holder=enrolment.teacher,
        holder_name=enrolment.teacher.get_full_name(),
        enrolment=enrolment,
        project_title=project.title,
        school_year=edition.school_year,
        school_name=school.name,
        school_code=school.code,
        class_label=enrolment.class_label,
        first_meeting=edition.first_meeting,
        last_meeting=edition.last_meeting,
        meetings=project.meetings_count,
        meeting_minutes=project.meeting_minutes,
        municipality=who.full_name,
        office=who.office,
    )
