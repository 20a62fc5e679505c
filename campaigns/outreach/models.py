"""A campaign as the office plans and counts it; its page tells it to the public."""

from __future__ import annotations

from datetime import date

from django import forms
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable

from vicinia.territory.models import TargetGroup, Topic

from .enums import CampaignState


class CampaignQuerySet(models.QuerySet["Campaign"]):
    """Campaigns by where they stand on a day."""

    def in_state(self, state: CampaignState, on: date) -> CampaignQuerySet:
        """Campaigns running, coming or over on a day; both ends of the period belong to it."""
        if state == CampaignState.UPCOMING:
            return self.filter(starts_on__gt=on)
        if state == CampaignState.OVER:
            return self.filter(ends_on__lt=on)
        return self.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=on), starts_on__lte=on)


class Campaign(ClusterableModel):
    """A prevention or awareness campaign: what it wants, for whom, when, with whom, what came of it."""

    title = models.CharField(_("title"), max_length=150, unique=True)
    goal = models.CharField(
        _("goal"),
        max_length=255,
        help_text=_(
            "One sentence with what should change: «Bring seven people out of ten to the free screening»."
        ),
    )
    topic = models.ForeignKey(
        Topic, verbose_name=_("topic"), on_delete=models.PROTECT, related_name="campaigns"
    )
    target_groups = ParentalManyToManyField(
        TargetGroup, verbose_name=_("target groups"), related_name="campaigns"
    )
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(
        _("last day"), null=True, blank=True, help_text=_("Leave empty for a campaign without an end.")
    )
    results_source = models.CharField(
        _("source of the results"),
        max_length=255,
        blank=True,
        help_text=_("Who counted and when: «Canteen survey, September to May»."),
    )

    objects = CampaignQuerySet.as_manager()

    panels = [
        FieldPanel("title"),
        FieldPanel("goal"),
        FieldPanel("topic"),
        FieldPanel("target_groups", widget=forms.CheckboxSelectMultiple),
        FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")]),
        InlinePanel("partners", heading=_("Partners"), label=_("Partner")),
        MultiFieldPanel(
            [
                InlinePanel("figures", label=_("Result")),
                FieldPanel("results_source"),
            ],
            heading=_("Results, when there are any"),
        ),
    ]

    class Meta:
        verbose_name = _("campaign")
        verbose_name_plural = _("campaigns")
        ordering = ["-starts_on", "title"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=models.F("starts_on")),
                name="campaign_ends_after_it_starts",
                violation_error_message=_("The last day cannot come before the first."),
            )
        ]

    def __str__(self) -> str:
        return self.title

    def state(self, on: date | None = None) -> CampaignState:
        """Tell where the campaign stands on a day (today in Europe/Rome when not given)."""
        day = on or timezone.localdate()
        if day < self.starts_on:
            return CampaignState.UPCOMING
        if self.ends_on and day > self.ends_on:
            return CampaignState.OVER
        return CampaignState.RUNNING


class CampaignPartner(Orderable):
    """Who carries the campaign with the office: a registered organisation, or any body by name."""

    campaign = ParentalKey(Campaign, on_delete=models.CASCADE, related_name="partners")
    organisation = models.ForeignKey(
        "partners.Organisation",
        verbose_name=_("registered organisation"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    name = models.CharField(
        _("name"),
        max_length=150,
        blank=True,
        help_text=_("Only for a body that is not among the registered organisations."),
    )
    logo = models.ForeignKey(
        "wagtailimages.Image",
        verbose_name=_("logo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    url = models.URLField(_("website"), blank=True)

    panels = [FieldPanel("organisation"), FieldPanel("name"), FieldPanel("logo"), FieldPanel("url")]

    class Meta(Orderable.Meta):
        verbose_name = _("partner")
        constraints = [
            models.CheckConstraint(
                condition=Q(organisation__isnull=False) | ~Q(name=""),
                name="campaign_partner_has_a_name",
                violation_error_message=_("Choose an organisation or write the partner's name."),
            )
        ]

    def __str__(self) -> str:
        return self.name or str(self.organisation or "")


class CampaignFigure(Orderable):
    """A result in words that the public can read: "28 of 33 classes"."""

    campaign = ParentalKey(Campaign, on_delete=models.CASCADE, related_name="figures")
    label = models.CharField(_("what was counted"), max_length=100)
    value = models.CharField(_("result"), max_length=60, help_text=_("For example: 28 of 33."))
    note = models.CharField(_("how it was counted"), max_length=150, blank=True)

    panels = [FieldPanel("label"), FieldPanel("value"), FieldPanel("note")]

    class Meta(Orderable.Meta):
        verbose_name = _("result")

    def __str__(self) -> str:
        return f"{self.label}: {self.value}"
