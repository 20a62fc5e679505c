"""Registers the silence before publications, and its screens."""

from __future__ import annotations

from django.urls import URLPattern, path
from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSet

from .gate import refuse_in_silence, refuse_several_in_silence
from .screens import SilenceView
from .viewsets import ElectionSilenceViewSet

# Before the faults of the page: those are mended while one waits.
hooks.register("before_publish_page", refuse_in_silence, order=5)
hooks.register("before_bulk_action", refuse_several_in_silence)


@hooks.register("register_admin_viewset")
def silence_viewset() -> ViewSet:
    """Puts itself in its menu group."""
    return ElectionSilenceViewSet()


@hooks.register("register_admin_urls")
def silence_urls() -> list[URLPattern]:
    """Addresses under /cms/."""
    return [path("in-silenzio/<int:pk>/", SilenceView.as_view(), name="page_in_silence")]
