"""An application and its files."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .enums import ApplicationStatus, SentAs


class ApplicationQuerySet(models.QuerySet["Application"]):
    """Named selections of applications."""

    def readable_by(self, user_id: int | None) -> ApplicationQuerySet:
        """Applications of the bodies the person belongs to."""
        return self.filter(organisation__memberships__user_id=user_id) if user_id else self.none()

    def submitted(self) -> ApplicationQuerySet:
        """Applications that have a number."""
        return self.filter(status=ApplicationStatus.SUBMITTED)


class Application(models.Model):
    """What a body asks for in one call. Its address holds a random id: nobody can guess or count it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    call = models.ForeignKey(
        "calls.Call",
        on_delete=models.PROTECT,
        related_name="applications",
        verbose_name=pgettext_lazy("noun", "call"),
    )
    organisation = models.ForeignKey(
        "partners.Organisation",
        on_delete=models.PROTECT,
        related_name="applications",
        verbose_name=_("organisation"),
    )
    status = models.CharField(
        _("status"), max_length=10, choices=ApplicationStatus, default=ApplicationStatus.DRAFT
    )
    form_version = models.ForeignKey(
        "questions.FormVersion", on_delete=models.PROTECT, related_name="+", verbose_name=_("form")
    )
    # {"question key": answer}, as vicinia.questions writes them.
    answers = models.JSONField(_("answers"), default=dict)
    created_at = models.DateTimeField(_("started at"), auto_now_add=True)
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("started by"),
    )
    # Instants of the database's clock.
    saved_at = models.DateTimeField(_("saved at"))
    submitted_at = models.DateTimeField(_("sent at"), null=True)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("sent by"),
    )
    # Empty for what was sent before this was kept.
    sent_as = models.CharField(_("sent as"), max_length=14, choices=SentAs, blank=True)
    # The document that gave the power to send, as it was then: a version of the dossier is never deleted.
    mandate = models.ForeignKey(
        "partners.DossierVersion",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("mandate to send"),
    )
    register_year = models.PositiveSmallIntegerField(_("year"), null=True)
    register_number = models.PositiveIntegerField(_("number in the year"), null=True)
    # The canonical JSON of everything that was sent: `sha256` is its hash.
    sealed = models.TextField(_("sealed content"), blank=True)
    sha256 = models.CharField(_("SHA-256"), max_length=64, blank=True)
    receipt = models.ForeignKey(
        "core.StoredFile", null=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("receipt")
    )

    objects: ClassVar[models.Manager[Application]] = ApplicationQuerySet.as_manager()

    class Meta:
        verbose_name = _("application")
        verbose_name_plural = _("applications")
        ordering = ["-created_at"]
        indexes = [models.Index(fields=["call", "status", "register_year", "register_number"])]
        constraints = [
            models.UniqueConstraint(
                fields=["call", "organisation"],
                condition=~Q(status=ApplicationStatus.WITHDRAWN),
                name="calls_application_one_each",
            ),
            models.UniqueConstraint(
                fields=["register_year", "register_number"], name="calls_application_number_once"
            ),
            models.CheckConstraint(
                condition=Q(
                    status=ApplicationStatus.DRAFT, submitted_at__isnull=True, register_number__isnull=True
                )
                | Q(
                    status=ApplicationStatus.SUBMITTED,
                    submitted_at__isnull=False,
                    register_year__isnull=False,
                    register_number__isnull=False,
                    sha256__regex=r"^[0-9a-f]{64}$",
                )
                | Q(status=ApplicationStatus.WITHDRAWN),
                name="calls_application_sent_with_number",
            ),
            models.CheckConstraint(
                condition=Q(sent_as=SentAs.DELEGATE, mandate__isnull=False)
                | (~Q(sent_as=SentAs.DELEGATE) & Q(mandate__isnull=True)),
                name="calls_application_delegate_has_mandate",
            ),
            models.CheckConstraint(
                condition=Q(sent_as__in=["", *SentAs.values]), name="calls_application_sent_as_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation} – {self.call}"

    @property
    def code(self) -> str:
        """Number and year ("12/2026"); empty until sent. It is not the municipality's protocol number."""
        return f"{self.register_number}/{self.register_year}" if self.register_number else ""

    @property
    def is_draft(self) -> bool:
        """Whether it has not been sent."""
        return self.status == ApplicationStatus.DRAFT


class Attachment(models.Model):
    """A file of an application: the answer to one wanted document."""

    application = models.ForeignKey(
        Application, on_delete=models.CASCADE, related_name="attachments", verbose_name=_("application")
    )
    key = models.CharField(_("document"), max_length=40)
    file = models.ForeignKey(
        "core.StoredFile", on_delete=models.PROTECT, related_name="+", verbose_name=_("file")
    )
    # The version of the body's dossier that the file is of, pinned when it was chosen: it is never deleted.
    dossier_version = models.ForeignKey(
        "partners.DossierVersion",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="attachments",
        verbose_name=_("version of the dossier"),
    )

    class Meta:
        verbose_name = _("attachment")
        verbose_name_plural = _("attachments")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["application", "key"], name="calls_attachment_one_each"),
            models.UniqueConstraint(
                fields=["file"],
                condition=Q(dossier_version__isnull=True),
                name="calls_attachment_file_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.application}: {self.key}"
