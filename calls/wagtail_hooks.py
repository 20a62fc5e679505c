"""Registers the office's screens of calls and applications."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSet
from wagtail.models import Page

from .applications.viewsets import application_viewset
from .notices.page_guard import refuse_draft_call
from .notices.viewsets import call_viewset


@hooks.register("register_admin_viewset")
def register_viewsets() -> Sequence[ViewSet]:
    """Each one puts itself in its menu group."""
    return [call_viewset, application_viewset]


@hooks.register("before_publish_page")
def keep_draft_calls_private(request: HttpRequest, page: Page) -> HttpResponse | None:
    """The page of a call goes out with the call."""
    return refuse_draft_call(request, page)
