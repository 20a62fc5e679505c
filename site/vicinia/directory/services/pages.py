"""How a service is told to the public, with the sections of the municipal model in its order."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, TitleFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index

from vicinia.core.pages.base import BasePage

from .blocks import AccessBlock, NeededBlock, TimesBlock
from .models import Service

PLAIN = ["bold", "italic", "ol", "ul", "link", "document-link"]


class ServicesIndexPage(BasePage):
    """All services, by need and by area (`/servizi/`)."""

    template = "directory/index.html"
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = ["directory.ServicePage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("list of services")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the services that the address asks for."""
        from .screens import list_screen

        return super().get_context(request, *args, **kwargs) | {"screen": list_screen(self, request.GET)}


class ServicePage(BasePage):
    """The public page of one service."""

    service = models.ForeignKey(
        Service,
        verbose_name=_("service's data"),
        # A draft may lack it; a page that goes out may not.
        null=True,
        on_delete=models.PROTECT,
        related_name="pages",
        help_text=_("Status, office, topics, needs. Create them here if they are new."),
    )
    who_for = RichTextField(
        _("who it is for"), features=PLAIN, help_text=_("Who may ask for it: ages, residence, situation.")
    )
    description = RichTextField(
        _("description"), features=[*PLAIN, "h3"], help_text=_("What it is, in two or three sentences.")
    )
    how_to = RichTextField(
        _("how to"), features=PLAIN, help_text=_("What to do first, and what happens then.")
    )
    needed = StreamField(NeededBlock(), verbose_name=_("what is needed"), blank=True)
    obtained = RichTextField(
        _("what you get"), features=PLAIN, help_text=_("What a person has in the end: a place, a sum, help.")
    )
    times_text = RichTextField(
        _("times and deadlines"), features=PLAIN, blank=True, help_text=_("A sentence before the phases.")
    )
    times = StreamField(TimesBlock(), verbose_name=_("phases"), blank=True)
    access = StreamField(AccessBlock(), verbose_name=_("how to reach the service"))
    conditions = RichTextField(
        _("conditions of the service"), features=PLAIN, blank=True, help_text=_("Costs, limits, obligations.")
    )
    conditions_file = models.ForeignKey(
        "wagtaildocs.Document",
        verbose_name=_("file with the conditions"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    contacts = models.CharField(_("contacts"), max_length=255, blank=True)

    template = "directory/service.html"
    search_kind = _("Services")
    parent_page_types: ClassVar[list[str]] = ["directory.ServicesIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels = [
        TitleFieldPanel("title", help_text=_("The name people use: «Meals at home».")),
        FieldPanel("service"),
        FieldPanel("summary", help_text=_("What it does for whom, in one sentence.")),
        FieldPanel("who_for"),
        FieldPanel("description"),
        FieldPanel("how_to"),
        FieldPanel("needed"),
        FieldPanel("obtained"),
        MultiFieldPanel([FieldPanel("times_text"), FieldPanel("times")], heading=_("Times and deadlines")),
        FieldPanel("access"),
        MultiFieldPanel([FieldPanel("conditions"), FieldPanel("conditions_file")], heading=_("Conditions")),
        FieldPanel("contacts"),
        MultiFieldPanel([FieldPanel("image"), FieldPanel("image_alt")], heading=_("Image")),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("who_for"),
        index.SearchField("description"),
        index.SearchField("how_to"),
        index.SearchField("obtained"),
        index.SearchField("conditions"),
        index.FilterField("service_id"),
    ]

    class Meta:
        verbose_name = _("service page")
        verbose_name_plural = _("service pages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the parts of the page."""
        from .screens import service_screen

        return super().get_context(request, *args, **kwargs) | {"screen": service_screen(self, request)}
