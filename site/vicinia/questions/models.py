"""The form that staff write, and the frozen versions that people answer."""

from __future__ import annotations

from typing import Any, ClassVar, NoReturn

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField

from vicinia.core.canonical import sha256_of

from .blocks import QuestionsBlock, form_of
from .definitions import Form


class FrozenVersion(Exception):
    """Somebody tried to change or delete a frozen version."""


class TamperedVersion(Exception):
    """What a frozen version holds is no longer what was frozen."""


class FormDefinition(models.Model):
    """A form while staff write it; nobody answers a definition, only its versions."""

    title = models.CharField(_("title"), max_length=200)
    questions = StreamField(QuestionsBlock(), verbose_name=_("questions"), blank=True)
    updated_at = models.DateTimeField(_("last change"), auto_now=True)

    class Meta:
        verbose_name = _("form")
        verbose_name_plural = _("forms")

    def __str__(self) -> str:
        return self.title

    def form(self) -> Form:
        """Return the form as it is written now."""
        return form_of(self.questions)


class FrozenQuerySet(models.QuerySet["FormVersion"]):
    """Versions are added, never changed in bulk."""

    def update(self, **_values: Any) -> NoReturn:
        """Refuse."""
        raise FrozenVersion("A frozen version of a form is never changed.")

    def delete(self) -> NoReturn:
        """Refuse."""
        raise FrozenVersion("A frozen version of a form is never deleted.")


class FormVersion(models.Model):
    """A form as it was on a given day: what was asked can be proved as long as its answers are kept."""

    definition = models.ForeignKey(
        FormDefinition, on_delete=models.PROTECT, related_name="versions", verbose_name=_("form")
    )
    number = models.PositiveIntegerField(_("version"))
    content = models.JSONField(_("questions"))
    sha256 = models.CharField(_("SHA-256"), max_length=64)
    created_at = models.DateTimeField(_("frozen at"), auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("frozen by"),
    )

    objects: ClassVar[models.Manager[FormVersion]] = FrozenQuerySet.as_manager()

    class Meta:
        verbose_name = _("version of a form")
        verbose_name_plural = _("versions of forms")
        ordering = ["definition", "number"]
        constraints = [
            models.UniqueConstraint(fields=["definition", "number"], name="questions_version_number_once"),
            models.UniqueConstraint(fields=["definition", "sha256"], name="questions_version_content_once"),
        ]

    def __str__(self) -> str:
        return _("%(form)s, version %(number)s") % {"form": self.definition, "number": self.number}

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write a new version; raise FrozenVersion on a second save."""
        if not self._state.adding:
            raise FrozenVersion("A frozen version of a form is never changed.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refuse."""
        raise FrozenVersion("A frozen version of a form is never deleted.")

    def form(self) -> Form:
        """Return the questions; raise TamperedVersion when they are not those that were frozen."""
        if sha256_of(self.content) != self.sha256:
            raise TamperedVersion(f"Version {self.pk} does not match its SHA-256.")
        return Form.from_json(self.content)
