"""A body's documents, each with its versions. Nothing is deleted: what was used must stay readable."""

from __future__ import annotations

from datetime import date, timedelta

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from .catalogue import CATALOGUE, Kind
from .enums import CheckStatus, DocumentType, DurcOutcome, Standing
from .standing import SOON, standing_of


class DossierDocument(models.Model):
    """The place of one type of document in a body's dossier; its versions follow one another."""

    organisation = models.ForeignKey(
        "partners.Organisation",
        on_delete=models.PROTECT,
        related_name="dossier",
        verbose_name=_("organisation"),
    )
    type = models.CharField(_("type"), max_length=20, choices=DocumentType)

    class Meta:
        verbose_name = _("dossier document")
        verbose_name_plural = _("dossier documents")
        ordering = ["organisation", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "type"], name="partners_dossier_type_once"),
            models.CheckConstraint(
                condition=Q(type__in=DocumentType.values), name="partners_dossier_type_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_type_display()} – {self.organisation}"

    @property
    def kind(self) -> Kind:
        """What this type of document is."""
        return CATALOGUE[DocumentType(self.type)]


class VersionQuerySet(models.QuerySet["DossierVersion"]):
    """Named selections of versions; days are the database's, given by who asks."""

    def standing(self, standing: str, today: date) -> VersionQuerySet:
        """Versions that stand so on a day; the same rule as `standing_of`, for the database."""
        in_time = Q(expires_on__isnull=True) | Q(expires_on__gte=today)
        soon = Q(expires_on__gte=today, expires_on__lte=today + SOON)
        conditions = {
            Standing.TO_CHECK: Q(status=CheckStatus.TO_CHECK) & in_time,
            Standing.VALID: Q(status=CheckStatus.VALID) & in_time & ~soon,
            Standing.EXPIRING: Q(status=CheckStatus.VALID) & soon,
            Standing.EXPIRED: Q(status__in=[CheckStatus.TO_CHECK, CheckStatus.VALID], expires_on__lt=today),
            Standing.REJECTED: Q(status=CheckStatus.REJECTED),
            Standing.REPLACED: Q(status=CheckStatus.REPLACED),
        }
        return self.filter(conditions[Standing(standing)])


class DossierVersion(models.Model):
    """One version of a document: a private file, a reference to what is filed elsewhere, or a DURC."""

    document = models.ForeignKey(
        DossierDocument, on_delete=models.PROTECT, related_name="versions", verbose_name=_("document")
    )
    number = models.PositiveSmallIntegerField(_("version"))
    file = models.OneToOneField(
        "core.StoredFile",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("file"),
    )
    reference = models.CharField(_("number"), max_length=80, blank=True)
    link = models.URLField(_("address"), max_length=300, blank=True)
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    issued_on = models.DateField(_("issued on"), null=True, blank=True)
    # The last day on which it counts.
    expires_on = models.DateField(_("valid until"), null=True, blank=True)
    outcome = models.CharField(_("outcome"), max_length=10, choices=DurcOutcome, blank=True)
    status = models.CharField(_("status"), max_length=10, choices=CheckStatus, default=CheckStatus.TO_CHECK)
    reason = models.CharField(_("reason"), max_length=500, blank=True)
    # Instants of the database's clock.
    uploaded_at = models.DateTimeField(_("received at"))
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("from"),
    )
    checked_at = models.DateTimeField(_("checked at"), null=True, blank=True)
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("checked by"),
    )

    objects = VersionQuerySet.as_manager()

    class Meta:
        verbose_name = _("document of a body")
        verbose_name_plural = _("documents of bodies")
        ordering = ["uploaded_at", "pk"]
        indexes = [
            models.Index(fields=["status", "uploaded_at"]),
            models.Index(fields=["expires_on"]),
        ]
        constraints = [
            models.UniqueConstraint(fields=["document", "number"], name="partners_dossier_number_once"),
            models.UniqueConstraint(
                fields=["document"],
                condition=Q(status=CheckStatus.TO_CHECK),
                name="partners_dossier_one_to_check",
            ),
            models.CheckConstraint(
                condition=Q(status__in=CheckStatus.values), name="partners_dossier_status_known"
            ),
            models.CheckConstraint(
                condition=~Q(status=CheckStatus.REJECTED) | ~Q(reason=""),
                name="partners_dossier_rejection_has_reason",
            ),
            models.CheckConstraint(
                condition=Q(file__isnull=False) | Q(year__isnull=False) | ~Q(outcome=""),
                name="partners_dossier_version_of_something",
            ),
            models.CheckConstraint(
                condition=Q(issued_on__isnull=True)
                | Q(expires_on__isnull=True)
                | Q(expires_on__gte=F("issued_on")),
                name="partners_dossier_expires_after_issue",
            ),
            models.CheckConstraint(
                condition=Q(status__in=[CheckStatus.TO_CHECK, CheckStatus.REPLACED], checked_at__isnull=True)
                | Q(status__in=[CheckStatus.VALID, CheckStatus.REJECTED], checked_at__isnull=False),
                name="partners_dossier_checked_when_decided",
            ),
        ]

    def __str__(self) -> str:
        return str(self.document)

    def standing(self, today: date) -> Standing:
        """Where it stands on a day."""
        return standing_of(self.status, self.expires_on, today)

    def days_left(self, today: date) -> int | None:
        """Whole days until the last on which it counts, none if it never ends; below zero when past."""
        return (self.expires_on - today) // timedelta(days=1) if self.expires_on else None
