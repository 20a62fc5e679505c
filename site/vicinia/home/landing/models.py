"""The home page."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, TitleFieldPanel
from wagtail.fields import StreamField

from vicinia.core.pages.base import BasePage
from vicinia.core.validators import validate_action_url


class ExamplesBlock(blocks.StreamBlock):
    """Example searches, in the words of who searches."""

    example = blocks.CharBlock(label=_("search"), max_length=60)

    class Meta:
        required = False
        max_num = 3


class NeedLinkBlock(blocks.StructBlock):
    """A need as people say it, and where it leads."""

    label = blocks.CharBlock(
        label=_("need"), max_length=60, help_text=_("In the first person: «I cannot make ends meet».")
    )
    hint = blocks.CharBlock(label=_("what one finds there"), max_length=80, required=False)
    url = blocks.CharBlock(label=_("address"), max_length=255, validators=[validate_action_url])


class NeedLinksBlock(blocks.StreamBlock):
    """The six needs."""

    need = NeedLinkBlock(label=_("need"))

    class Meta:
        required = False
        max_num = 6


class HomePage(BasePage):
    """The first page of a language: what the office does, what is running now, where to go."""

    headline = models.CharField(
        _("headline"),
        max_length=120,
        blank=True,
        help_text=_("The large sentence on top. Left empty, the municipality's motto is used."),
    )
    search_examples = StreamField(ExamplesBlock(), verbose_name=_("example searches"), blank=True)
    needs_title = models.CharField(_("title of the needs"), max_length=80, blank=True)
    needs = StreamField(NeedLinksBlock(), verbose_name=_("needs"), blank=True)
    numbers_title = models.CharField(_("title of the figures"), max_length=80, blank=True)

    template = "home/home_page.html"
    parent_page_types: ClassVar[list[str]] = ["wagtailcore.Page"]
    max_count_per_parent = 1
    content_panels = [
        TitleFieldPanel("title"),
        FieldPanel("headline"),
        FieldPanel("summary", help_text=_("One sentence: what this office does, for whom.")),
        FieldPanel("search_examples"),
        MultiFieldPanel([FieldPanel("needs_title"), FieldPanel("needs")], heading=_("Needs")),
        FieldPanel("numbers_title"),
        MultiFieldPanel([FieldPanel("image"), FieldPanel("image_alt")], heading=_("Image")),
    ]

    class Meta:
        verbose_name = _("home page")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add what is running now."""
        from .screens import home_screen

        return super().get_context(request, *args, **kwargs) | {"screen": home_screen(self)}
