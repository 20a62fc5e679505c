"""News of the office, with the fields of the municipal model."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, TitleFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from vicinia.core.pages.base import BasePage
from vicinia.core.pages.blocks import BodyBlock
from vicinia.territory.models import Topic, Unit


class NewsKind(models.TextChoices):
    """The three kinds of the municipal model."""

    NEWS = "news", _("news item")
    PRESS = "press", _("press release")
    NOTICE = "notice", _("notice")


class NewsIndexPage(BasePage):
    """All news, the latest first (`/notizie/`)."""

    template = "home/news_index.html"
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = ["home.NewsPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("list of news")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the news that the address asks for."""
        from .screens import list_screen

        return super().get_context(request, *args, **kwargs) | {"screen": list_screen(self, request.GET)}


class NewsPage(BasePage):
    """One news item."""

    kind = models.CharField(_("kind"), max_length=10, choices=NewsKind, default=NewsKind.NEWS)
    published_on = models.DateField(_("date"), default=timezone.localdate)
    unit = models.ForeignKey(
        Unit,
        verbose_name=_("by whom"),
        # A draft may lack it; a page that goes out may not.
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("The office that tells it and answers about it."),
    )
    topics = ParentalManyToManyField(Topic, verbose_name=_("topics"), blank=True, related_name="news")
    body = StreamField(BodyBlock(), verbose_name=_("text"))

    template = "home/news.html"
    search_kind = _("News")
    parent_page_types: ClassVar[list[str]] = ["home.NewsIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels = [
        TitleFieldPanel("title"),
        FieldPanel("summary"),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("published_on")]),
        FieldPanel("unit"),
        MultiFieldPanel([FieldPanel("image"), FieldPanel("image_alt")], heading=_("Image")),
        FieldPanel("body"),
        FieldPanel("topics", widget=forms.CheckboxSelectMultiple),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = _("news page")
        verbose_name_plural = _("news pages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the parts of the page."""
        from .screens import news_screen

        return super().get_context(request, *args, **kwargs) | {"screen": news_screen(self)}
