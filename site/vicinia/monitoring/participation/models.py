"""The participation ledger: how many people, where, when. Counts only, never who."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel


class Source(models.TextChoices):
    """What people took part in."""

    CAMPAIGN = "campaign", _("campaign")
    EVENT = "event", _("event")
    PROJECT = "project", _("school project")


class ParticipationRecord(models.Model):
    """A count of participants on a day, by whoever counted them (check-ins, ASL, partners)."""

    day = models.DateField(
        _("day"), db_index=True, help_text=_("For a monthly figure, the first of the month.")
    )
    source = models.CharField(_("took part in"), max_length=10, choices=Source)
    # Written by text: the ledger outlives what it counted.
    source_key = models.CharField(_("key"), max_length=100, blank=True, editable=False)
    title = models.CharField(
        _("title"), max_length=200, help_text=_("For example: Screening mammografico, primo giro.")
    )
    participants = models.PositiveIntegerField(_("participants"))
    counted_by = models.CharField(
        _("who counted"), max_length=200, help_text=_("For example: ASL, report of 3 March; sign-in sheet.")
    )
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    recorded_at = models.DateTimeField(_("written on"), auto_now_add=True)

    panels = [
        FieldPanel("source"),
        FieldPanel("title"),
        FieldPanel("day"),
        FieldPanel("participants"),
        FieldPanel("counted_by"),
    ]

    class Meta:
        verbose_name = _("participation figure")
        verbose_name_plural = _("participation figures")
        ordering = ["-day", "title"]
        constraints = [
            models.UniqueConstraint(
                fields=["source", "source_key", "day"],
                condition=~models.Q(source_key=""),
                name="monitoring_participation_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.day:%d/%m/%Y}): {self.participants}"
