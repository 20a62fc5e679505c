"""Something that happens at a place and a time."""

from __future__ import annotations

from datetime import datetime

from django import forms
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from campaigns.outreach.models import Campaign
from vicinia.territory.models import Place, Topic

from .enums import EventKind, EventTime


class EventQuerySet(models.QuerySet["Event"]):
    """Events by whether they are over at an instant."""

    def at(self, when: EventTime, now: datetime) -> EventQuerySet:
        """Events still to finish, or already finished."""
        return self.filter(ends_at__gt=now) if when == EventTime.COMING else self.filter(ends_at__lte=now)


class Event(ClusterableModel):
    """An event with its place, price and seats."""

    title = models.CharField(_("title"), max_length=150)
    kind = models.CharField(_("kind"), max_length=20, choices=EventKind, default=EventKind.MEETING)
    starts_at = models.DateTimeField(_("starts at"))
    ends_at = models.DateTimeField(_("ends at"))
    place = models.ForeignKey(
        Place, verbose_name=_("place"), null=True, blank=True, on_delete=models.PROTECT, related_name="events"
    )
    place_note = models.CharField(
        _("where exactly"),
        max_length=200,
        blank=True,
        help_text=_("A room, or the whole address when the place is not in the list."),
    )
    price = models.CharField(
        _("price"), max_length=150, help_text=_("In plain words: «Free», «3,00 € a family».")
    )
    needs_booking = models.BooleanField(_("one must book"), default=False)
    seats = models.PositiveIntegerField(_("seats"), null=True, blank=True)
    campaign = models.ForeignKey(
        Campaign,
        verbose_name=_("campaign"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="events",
    )
    topics = ParentalManyToManyField(Topic, verbose_name=_("topics"), related_name="events")

    objects = EventQuerySet.as_manager()

    panels = [
        FieldPanel("title"),
        FieldPanel("kind"),
        FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")]),
        MultiFieldPanel([FieldPanel("place"), FieldPanel("place_note")], heading=_("Where")),
        FieldPanel("price"),
        FieldRowPanel([FieldPanel("needs_booking"), FieldPanel("seats")]),
        FieldPanel("campaign"),
        FieldPanel("topics", widget=forms.CheckboxSelectMultiple),
    ]

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        ordering = ["starts_at", "title"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")),
                name="event_ends_after_it_starts",
                violation_error_message=_("The event must end after it starts."),
            ),
            models.CheckConstraint(
                condition=Q(place__isnull=False) | ~Q(place_note=""),
                name="event_has_a_place",
                violation_error_message=_("Choose a place or write where it is."),
            ),
        ]

    def __str__(self) -> str:
        return self.title
