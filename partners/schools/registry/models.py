"""The loads of registries of schools."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from partners.schools.enums import Registry
from vicinia.core.files.models import StoredFile
from vicinia.core.imports.models import FileImport

from .enums import LoadState


class SchoolImport(FileImport):
    """One load of a registry: what came, what it changed."""

    state = models.CharField(
        pgettext_lazy("loading", "state"), max_length=4, choices=LoadState, default=LoadState.DONE
    )
    registry = models.CharField(_("registry"), max_length=10, choices=Registry)
    school_year = models.CharField(_("school year"), max_length=7, blank=True)
    closed = models.PositiveIntegerField(_("closed"), default=0)
    reopened = models.PositiveIntegerField(_("reopened"), default=0)
    institutes = models.PositiveIntegerField(_("institutes written"), default=0)
    # What changed, school by school (`registry.changes`), and how many changes of each kind.
    report = models.ForeignKey(
        StoredFile,
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("difference report"),
    )
    change_counts = models.JSONField(_("changes by kind"), default=dict, editable=False)
    # Everything was new: no report.
    is_first = models.BooleanField(default=False, editable=False)
    # Who writes it has this number; one that was taken for dead and goes on has an older one.
    attempt = models.PositiveSmallIntegerField(default=1, editable=False)

    class Meta(FileImport.Meta):
        verbose_name = _("load of a registry of schools")
        verbose_name_plural = _("loads of registries of schools")
        constraints = [
            models.UniqueConstraint(
                fields=["registry"],
                condition=Q(state=LoadState.OPEN),
                name="partners_schoolimport_one_open",
            ),
            models.CheckConstraint(
                condition=Q(state__in=LoadState.values), name="partners_schoolimport_state_known"
            ),
        ]


class LoadPart(models.Model):
    """What one chunk of a load changed, as lines of its report, until the load is whole."""

    load = models.ForeignKey(SchoolImport, on_delete=models.CASCADE, related_name="parts")
    # `changes.to_lines`
    lines = models.BinaryField()

    class Meta:
        verbose_name = _("part of a load of schools")
        verbose_name_plural = _("parts of loads of schools")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.load}, {self.pk}"
