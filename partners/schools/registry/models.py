"""The loads of registries of schools."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from partners.schools.enums import Registry
from vicinia.core.files.models import StoredFile
from vicinia.core.imports.models import FileImport


class SchoolImport(FileImport):
    """One load of a registry: what came, what it changed."""

    registry = models.CharField(_("registry"), max_length=10, choices=Registry)
    school_year = models.CharField(_("school year"), max_length=7, blank=True)
    closed = models.PositiveIntegerField(_("closed"), default=0)
    reopened = models.PositiveIntegerField(_("reopened"), default=0)
    institutes = models.PositiveIntegerField(_("institutes written"))
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

    class Meta(FileImport.Meta):
        verbose_name = _("load of a registry of schools")
        verbose_name_plural = _("loads of registries of schools")
