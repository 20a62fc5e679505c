"""The home page."""

from typing import Any, ClassVar

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField

from vicinia.core.pages.base import BasePage
from vicinia.core.pages.blocks import BodyBlock


class HomePage(BasePage):
    """The first page of a language: what the office does, what is running now, where to go."""

    body = StreamField(BodyBlock(), verbose_name=_("text"), blank=True)

    template = "home/home_page.html"
    parent_page_types: ClassVar[list[str]] = ["wagtailcore.Page"]
    max_count_per_parent = 1
    content_panels = [*BasePage.content_panels, "body"]

    class Meta:
        verbose_name = _("home page")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add what is running now."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        return context
