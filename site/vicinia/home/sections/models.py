"""The ten areas of the office, and the pages that explain something."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from django import forms
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from vicinia.core.pages.base import BasePage
from vicinia.core.pages.blocks import BodyBlock
from vicinia.territory.models import Topic, WorkArea


class SectionsIndexPage(BasePage):
    """What the office does, area by area (`/aree/`)."""

    template = "home/sections_index.html"
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = ["home.SectionPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("list of areas")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the areas."""
        from .screens import index_screen

        return super().get_context(request, *args, **kwargs) | {"screen": index_screen(self, request.GET)}


class SectionPage(BasePage):
    """One area of the office: what it does, and everything on the site that belongs to it."""

    area = models.ForeignKey(
        WorkArea,
        verbose_name=_("area of work"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("The services of this area are listed under the text."),
    )
    topics = ParentalManyToManyField(
        Topic,
        verbose_name=_("topics"),
        blank=True,
        related_name="+",
        help_text=_("Running campaigns and open calls about these topics are listed too."),
    )
    body = StreamField(BodyBlock(), verbose_name=_("text"), blank=True)

    template = "home/section.html"
    parent_page_types: ClassVar[list[str]] = ["home.SectionsIndexPage"]
    subpage_types: ClassVar[list[str]] = ["home.InformationPage"]
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("body"),
        FieldPanel("area"),
        FieldPanel("topics", widget=forms.CheckboxSelectMultiple),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = _("area page")
        verbose_name_plural = _("area pages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add what belongs to the area."""
        from .screens import section_screen

        return super().get_context(request, *args, **kwargs) | {"screen": section_screen(self, request.GET)}

    def content_changes_at(self) -> datetime | None:
        """Change with the campaigns, calls and events it lists."""
        from vicinia.home.landing.queries import next_change_at

        return next_change_at()


class InformationPage(BasePage):
    """A page that explains something."""

    body = StreamField(BodyBlock(), verbose_name=_("text"), blank=True)

    template = "home/information.html"
    parent_page_types: ClassVar[list[str]] = ["home.HomePage", "home.SectionPage", "home.InformationPage"]
    subpage_types: ClassVar[list[str]] = ["home.InformationPage"]
    content_panels = [*BasePage.content_panels, FieldPanel("body")]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = _("information page")
        verbose_name_plural = _("information pages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the head and the pages below."""
        from .screens import information_screen

        return super().get_context(request, *args, **kwargs) | {
            "screen": information_screen(self, request.GET)
        }
