"""A service as the office runs it: who answers, whom it serves, whether it is open."""

from __future__ import annotations

from decimal import Decimal

from django import forms
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from vicinia.directory.needs.models import Need
from vicinia.territory.models import Topic, Unit, WorkArea

from .enums import ServiceStatus

OLDEST = 120


class ServiceQuerySet(models.QuerySet["Service"]):
    """Services by what people look for."""

    def for_need(self, slug: str) -> ServiceQuerySet:
        """Services that answer a need."""
        return self.filter(needs__slug=slug)

    def in_area(self, slug: str) -> ServiceQuerySet:
        """Services of one of the ten areas of the office."""
        return self.filter(area__slug=slug)


class Service(ClusterableModel):
    """A service (*servizio*) of the office."""

    name = models.CharField(_("name"), max_length=150, unique=True)
    status = models.CharField(_("status"), max_length=10, choices=ServiceStatus, default=ServiceStatus.ACTIVE)
    status_reason = models.CharField(
        _("why it is not active"),
        max_length=255,
        blank=True,
        help_text=_("For example: «Applications open again in spring»."),
    )
    area = models.ForeignKey(
        WorkArea, verbose_name=_("area of work"), on_delete=models.PROTECT, related_name="services"
    )
    unit = models.ForeignKey(
        Unit, verbose_name=_("responsible office"), on_delete=models.PROTECT, related_name="services"
    )
    topics = ParentalManyToManyField(Topic, verbose_name=_("topics"), related_name="services")
    needs = ParentalManyToManyField(
        Need, verbose_name=_("needs it answers"), blank=True, related_name="services"
    )
    age_from = models.PositiveSmallIntegerField(_("from age"), default=0)
    age_to = models.PositiveSmallIntegerField(_("to age"), default=OLDEST)
    isee_limit = models.DecimalField(
        _("ISEE limit (€)"),
        max_digits=9,
        decimal_places=2,
        null=True,
        blank=True,
        help_text=_("Leave empty when the household's economic indicator does not matter."),
    )

    objects = ServiceQuerySet.as_manager()

    panels = [
        FieldPanel("name"),
        FieldRowPanel([FieldPanel("status"), FieldPanel("status_reason")]),
        FieldPanel("area"),
        FieldPanel("unit"),
        FieldPanel("topics", widget=forms.CheckboxSelectMultiple),
        MultiFieldPanel(
            [
                FieldPanel("needs", widget=forms.CheckboxSelectMultiple),
                FieldRowPanel([FieldPanel("age_from"), FieldPanel("age_to")]),
                FieldPanel("isee_limit"),
            ],
            heading=_("How people find it"),
        ),
    ]

    class Meta:
        verbose_name = _("service")
        verbose_name_plural = _("services")
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(age_to__gte=F("age_from")),
                name="service_ages_in_order",
                violation_error_message=_("The second age cannot be lower than the first."),
            ),
            models.CheckConstraint(
                condition=Q(isee_limit__isnull=True) | Q(isee_limit__gte=Decimal(0)),
                name="service_isee_not_negative",
            ),
            # The municipal model asks for the reason of an inactive service.
            models.CheckConstraint(
                condition=Q(status=ServiceStatus.ACTIVE) | ~Q(status_reason=""),
                name="service_inactive_has_a_reason",
                violation_error_message=_("Say why the service is not active."),
            ),
        ]

    def __str__(self) -> str:
        return self.name
