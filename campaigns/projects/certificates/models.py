"""Certificates: what each says is a copy made when it was issued, so that nothing changes it later.

A school that changes code, a project with a new title, a teacher who moves: the certificate says what it
said. That is why it names the school and never points to it.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from campaigns.projects.enrolments.models import Enrolment

from .enums import CertificateState


class CertificateQuerySet(models.QuerySet["Certificate"]):
    """Named readings of the certificates."""

    def counting(self) -> CertificateQuerySet:
        """Those that were not annulled."""
        return self.filter(state=CertificateState.ISSUED)


class Certificate(models.Model):
    """A teacher's certificate for one class in one edition; annulled with a reason, never deleted."""

    # Both are empty once the person was deleted: the register keeps the rest.
    holder = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="certificates",
        verbose_name=gettext_lazy("teacher"),
    )
    holder_name = models.CharField(gettext_lazy("name on the certificate"), max_length=201, blank=True)
    enrolment = models.ForeignKey(
        Enrolment,
        on_delete=models.PROTECT,
        related_name="certificates",
        verbose_name=gettext_lazy("enrolment"),
    )
    state = models.CharField(gettext_lazy("state"), max_length=10, choices=CertificateState)
    register_year = models.PositiveSmallIntegerField(gettext_lazy("year of the register"))
    register_number = models.PositiveIntegerField(gettext_lazy("number in the register"))
    project_title = models.CharField(gettext_lazy("project"), max_length=120)
    school_year = models.CharField(gettext_lazy("school year"), max_length=7)
    school_name = models.CharField(gettext_lazy("school"), max_length=150)
    school_code = models.CharField(gettext_lazy("code of the school"), max_length=10)
    class_label = models.CharField(gettext_lazy("class"), max_length=20)
    first_meeting = models.DateField(gettext_lazy("first meeting"), null=True)
    last_meeting = models.DateField(gettext_lazy("last meeting"))
    # What the project gives each class. Of how many a class had, the attendance will tell.
    meetings = models.PositiveSmallIntegerField(gettext_lazy("number of meetings"))
    meeting_minutes = models.PositiveSmallIntegerField(gettext_lazy("length of a meeting, in minutes"))
    municipality = models.CharField(gettext_lazy("issued in the name of"), max_length=150)
    office = models.CharField(gettext_lazy("office"), max_length=150)
    issued_at = models.DateTimeField(gettext_lazy("issued at"))
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=gettext_lazy("issued by"),
    )
    annulled_at = models.DateTimeField(gettext_lazy("annulled at"), null=True)
    annulled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=gettext_lazy("annulled by"),
    )
    reason = models.CharField(gettext_lazy("why it was annulled"), max_length=500, blank=True)

    objects = CertificateQuerySet.as_manager()

    class Meta:
        verbose_name = gettext_lazy("certificate of participation")
        verbose_name_plural = gettext_lazy("certificates of participation")
        ordering = ["-register_year", "-register_number"]
        constraints = [
            models.UniqueConstraint(
                fields=["register_year", "register_number"], name="campaigns_certificate_number_once"
            ),
            models.UniqueConstraint(
                fields=["holder", "enrolment"],
                condition=Q(state=CertificateState.ISSUED),
                name="campaigns_certificate_one_counts",
            ),
            models.CheckConstraint(
                condition=Q(state__in=CertificateState.values), name="campaigns_certificate_state_known"
            ),
            models.CheckConstraint(
                condition=Q(state=CertificateState.ISSUED, annulled_at__isnull=True, reason="")
                | Q(state=CertificateState.ANNULLED, annulled_at__isnull=False),
                name="campaigns_certificate_annulled_when",
            ),
            # Of who was deleted neither name nor reason, which may name them.
            models.CheckConstraint(
                condition=Q(holder__isnull=True, holder_name="", reason="")
                | Q(holder__isnull=False)
                & ~Q(holder_name="")
                & (Q(state=CertificateState.ISSUED) | ~Q(reason="")),
                name="campaigns_certificate_names_its_holder",
            ),
        ]

    def __str__(self) -> str:
        # Never the person's name: the trail keeps this text for years.
        return _("Certificate %(code)s") % {"code": self.code}

    @property
    def code(self) -> str:
        """Number and year ("12/2026")."""
        return f"{self.register_number}/{self.register_year}"

    @property
    def counts(self) -> bool:
        """Whether it was not annulled."""
        return self.state == CertificateState.ISSUED
