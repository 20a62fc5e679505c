"""What was imported, when, by whom, with what result."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class FileImport(models.Model):
    """The record of one file's import; a kind of import with more to tell adds its fields."""

    file_name = models.CharField(_("file"), max_length=255)
    file_sha256 = models.CharField(_("SHA-256 of the file"), max_length=64)
    at = models.DateTimeField(_("finished at"), auto_now_add=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("by"),
    )
    created = models.PositiveIntegerField(_("new"))
    changed = models.PositiveIntegerField(_("changed"))
    unchanged = models.PositiveIntegerField(_("unchanged"))
    refused = models.PositiveIntegerField(_("refused"))

    class Meta:
        abstract = True
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return self.file_name


class TableImport(FileImport):
    """An import through a resource (`core.imports.resource`)."""

    kind = models.CharField(_("kind"), max_length=60)
    repeated = models.PositiveIntegerField(_("repeated"))

    class Meta(FileImport.Meta):
        verbose_name = _("import of a table")
        verbose_name_plural = _("imports of tables")
