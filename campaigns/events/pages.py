"""How an event is told to the public."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, TitleFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from vicinia.core.pages.base import BasePage
from vicinia.core.pages.blocks import BodyBlock

from .models import Event


class EventsIndexPage(BasePage):
    """All events, the next ones first (`/eventi/`)."""

    template = "campaigns/events_index.html"
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = ["campaigns.EventPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("list of events")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the events that the address asks for."""
        from .screens import list_screen

        return super().get_context(request, *args, **kwargs) | {"screen": list_screen(self, request.GET)}

    def content_changes_at(self) -> datetime | None:
        """Change when an event is over."""
        from .queries import next_change_at

        return next_change_at()


class EventPage(BasePage):
    """The public page of one event, with the fields that the municipal model asks for."""

    event = models.ForeignKey(
        Event,
        verbose_name=_("event's data"),
        # A draft may lack it; a page that goes out may not.
        null=True,
        on_delete=models.PROTECT,
        related_name="pages",
        help_text=_("When, where, price, seats. Create them here if they are new."),
    )
    who_for = models.CharField(
        _("who it is for"),
        max_length=255,
        help_text=_("Parents of teenagers, from 14 years old."),
    )
    body = StreamField(BodyBlock(), verbose_name=_("what happens"))
    contacts = models.CharField(
        _("contacts"),
        max_length=255,
        help_text=_("Phone and e-mail of who answers and takes bookings."),
    )

    template = "campaigns/event.html"
    search_kind = _("Events")
    parent_page_types: ClassVar[list[str]] = ["campaigns.EventsIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels = [
        TitleFieldPanel("title"),
        FieldPanel("event"),
        FieldPanel("summary", help_text=_("What happens and why one should come, in one sentence.")),
        MultiFieldPanel([FieldPanel("image"), FieldPanel("image_alt")], heading=_("Image")),
        FieldPanel("who_for"),
        FieldPanel("body"),
        FieldPanel("contacts"),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("who_for"),
        index.SearchField("body"),
        index.FilterField("event_id"),
    ]

    class Meta:
        verbose_name = _("event page")
        verbose_name_plural = _("event pages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the parts of the page."""
        from .screens import event_screen

        return super().get_context(request, *args, **kwargs) | {"screen": event_screen(self)}

    def content_changes_at(self) -> datetime | None:
        """Change when this event is over."""
        from .queries import next_change_at

        return next_change_at()
