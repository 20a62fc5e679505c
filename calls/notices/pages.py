"""The public pages of calls: the list at `/bandi/` and one page a call."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from django.db import models
from django.http import Http404, HttpRequest
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.fields import StreamField
from wagtail.search import index

from vicinia.core.clock import database_now
from vicinia.core.pages.base import BasePage
from vicinia.core.pages.blocks import BodyBlock, QuestionBlock, StepBlock

from .models import Call


class CallsIndexPage(BasePage):
    """All the calls: open, coming, closed."""

    template = "calls/calls_index_page.html"
    subpage_types: ClassVar[list[str]] = ["calls.CallPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("list of calls")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the calls that the filter asks for."""
        from .lists import calls_list

        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        return context | calls_list(request.GET, url=self.url or "", now=database_now())

    def content_changes_at(self) -> datetime | None:
        """Return the next instant at which a call of the list changes."""
        from .queries import next_change_at

        return next_change_at(database_now())


class CallPage(BasePage):
    """What people read about a call; the rules are the call's, the page only tells them."""

    call = models.ForeignKey(
        Call, on_delete=models.PROTECT, related_name="pages", verbose_name=pgettext_lazy("noun", "call")
    )
    body = StreamField(BodyBlock(), verbose_name=_("text"), blank=True)
    steps = StreamField([("step", StepBlock())], verbose_name=_("how to apply"), blank=True)
    documents = StreamField(
        [("document", DocumentChooserBlock(label=_("document")))], verbose_name=_("documents"), blank=True
    )
    questions = StreamField(
        [("question", QuestionBlock())], verbose_name=_("questions and answers"), blank=True
    )

    template = "calls/call_page.html"
    parent_page_types: ClassVar[list[str]] = ["calls.CallsIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    # The office makes it from the call, never from the tree of pages.
    is_creatable = False

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("body"),
        FieldPanel("steps"),
        FieldPanel("documents"),
        FieldPanel("questions"),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = _("page of a call")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add what the call says now."""
        from .page_parts import call_parts

        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        return context | call_parts(self, now=database_now())

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> TemplateResponse:
        """Serve the page once the call is published, whatever happened to the page alone."""
        if self.call.is_draft and not getattr(request, "is_preview", False):
            raise Http404
        return super().serve(request, *args, **kwargs)

    def content_changes_at(self) -> datetime | None:
        """Return when it opens, closes, or loses a day (at midnight), whichever comes first."""
        from .queries import window_change

        return window_change(self.call, database_now())
