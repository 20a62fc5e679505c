"""The periods of silence, and the pages that go out in them."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Page


class ElectionSilence(models.Model):
    """A vote, from the day it is called to the last day of voting, both included."""

    name = models.CharField(
        _("vote"), max_length=150, help_text=_("For example: municipal elections of June 2027.")
    )
    starts_on = models.DateField(
        _("from"), help_text=_("The day on which the vote was called: the decree says it.")
    )
    ends_on = models.DateField(
        _("to"), help_text=_("The last day of voting; with a second round, the last day of that one.")
    )

    panels = [
        FieldPanel("name"),
        FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")]),
    ]

    class Meta:
        verbose_name = _("election silence")
        verbose_name_plural = _("election silences")
        ordering = ["-starts_on"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")),
                name="core_silence_ends_after_start",
                violation_error_message=_("The last day comes before the first: mend the dates."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class IndispensablePage(models.Model):
    """A page that goes out during a silence, and why it is impersonal and indispensable."""

    silence = models.ForeignKey(
        ElectionSilence, on_delete=models.CASCADE, related_name="indispensable", verbose_name=_("silence")
    )
    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+", verbose_name=_("page"))
    reason = models.CharField(_("why it is indispensable"), max_length=500)
    at = models.DateTimeField(_("said at"))

    class Meta:
        verbose_name = _("indispensable page")
        verbose_name_plural = _("indispensable pages")
        ordering = ["-at"]
        constraints = [
            models.UniqueConstraint(fields=["silence", "page"], name="core_indispensable_once"),
            models.CheckConstraint(condition=~Q(reason=""), name="core_indispensable_has_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.page} – {self.silence}"
