"""Neighbourhoods and age bands: the denominators of every rate."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel


class Area(models.Model):
    """A neighbourhood of the municipality (or a municipality of the *ambito*)."""

    name = models.CharField(_("name"), max_length=100, unique=True)
    slug = models.SlugField(_("address"), max_length=100, unique=True)
    people = models.PositiveIntegerField(_("inhabitants"), default=0)

    panels = [FieldPanel("name"), FieldPanel("slug"), FieldPanel("people")]

    class Meta:
        verbose_name = _("neighbourhood")
        verbose_name_plural = _("neighbourhoods")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class AgeBand(models.Model):
    """How many residents have between `from_age` and `to_age` years (both included)."""

    from_age = models.PositiveSmallIntegerField(_("from age"), unique=True)
    to_age = models.PositiveSmallIntegerField(_("to age"), null=True, blank=True)
    people = models.PositiveIntegerField(_("inhabitants"))

    panels = [FieldPanel("from_age"), FieldPanel("to_age"), FieldPanel("people")]

    class Meta:
        verbose_name = _("age band")
        verbose_name_plural = _("age bands")
        ordering = ["from_age"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(to_age__isnull=True) | models.Q(to_age__gte=models.F("from_age")),
                name="age_band_ends_after_it_starts",
            )
        ]

    def __str__(self) -> str:
        return f"{self.from_age}-{self.to_age}" if self.to_age is not None else f"{self.from_age}+"
