"""The traces of personal data seen (GDPR arts. 5(2) and 32)."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .enums import Way


class DataAccess(models.Model):
    """Somebody of the office saw data about a person, at least once in that hour."""

    at = models.DateTimeField(_("when"), db_index=True)
    reader = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("who"),
    )
    reader_label = models.CharField(_("name at the time"), max_length=200)
    # Names of groups, separated by commas: what the person of whom they are is told.
    reader_roles = models.CharField(_("roles at the time"), max_length=200, blank=True)
    way = models.CharField(_("how"), max_length=10, choices=Way)
    screen = models.CharField(_("screen"), max_length=100)
    object_type = models.CharField(_("kind of object"), max_length=100)
    object_id = models.CharField(_("object"), max_length=64)
    object_label = models.CharField(_("object's name at the time"), max_length=200)
    # Empty when the object holds data of people who have no account.
    subject = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("whose data"),
    )
    subject_label = models.CharField(_("whose data"), max_length=200, blank=True)
    request_id = models.CharField(_("request"), max_length=36, blank=True)
    # Reader, screen, object, person and hour in one text: NULLs would not be compared.
    once = models.CharField(max_length=64, unique=True, editable=False)

    class Meta:
        verbose_name = _("access to personal data")
        verbose_name_plural = _("accesses to personal data")
        ordering = ["-at", "-pk"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["subject", "-at"], name="core_dataaccess_subject"),
            models.Index(fields=["reader", "-at"], name="core_dataaccess_reader"),
            models.Index(fields=["object_type", "object_id"], name="core_dataaccess_object"),
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(way__in=Way.values), name="core_dataaccess_way_known"),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.reader_label}: {self.subject_label or self.object_label}"
