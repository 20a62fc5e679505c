"""The pages that every municipal site must have, linked from the foot of each page."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from vicinia.core.components import Hero
from vicinia.core.pages.base import BasePage
from vicinia.core.pages.blocks import BodyBlock


class LegalKind(models.TextChoices):
    """What the page is for; the value is the `data-element` that the public validator looks for."""

    FAQ = "faq", _("Frequently asked questions")
    APPOINTMENT = "appointment-booking", _("Book an appointment")
    REPORT = "report-inefficiency", _("Report a problem with a service")
    ACCESSIBILITY = "accessibility-link", _("Accessibility statement")
    PRIVACY = "privacy-policy-link", _("Privacy notice")
    LEGAL_NOTES = "legal-notes", _("Legal notes and licence")
    SITE_MAP = "sitemap", _("Site map")
    MEDIA_POLICY = "media-policy", _("Media policy")


class LegalPage(BasePage):
    """One of the pages that the law or the municipal model asks for; one of each kind per language."""

    kind = models.CharField(_("what this page is for"), max_length=30, choices=LegalKind)
    body = StreamField(BodyBlock(), verbose_name=_("text"), blank=True)
    updated_on = models.DateField(_("last reviewed on"), null=True, blank=True)

    template = "home/legal_page.html"
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("kind"),
        FieldPanel("body"),
        FieldPanel("updated_on"),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = _("page required by law")
        verbose_name_plural = _("pages required by law")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the head of the page; the site map adds the tree."""
        from .site_map import site_map

        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["hero"] = Hero(self.title, self.summary)
        if self.kind == LegalKind.SITE_MAP:
            context["tree"] = site_map(self)
        return context
