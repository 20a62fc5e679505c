"""Registers the checks of a page before it goes out, and their screens."""

from __future__ import annotations

from django.urls import URLPattern, path
from wagtail import hooks

from .gate import refuse_faulty, refuse_faulty_together
from .screens import FaultsView, LiveOnCreate, LiveOnEdit

# After what keeps a page in for reasons of its own, such as the call that it is about.
hooks.register("before_publish_page", refuse_faulty, order=10)
hooks.register("before_bulk_action", refuse_faulty_together)


@hooks.register("register_admin_urls")
def quality_urls() -> list[URLPattern]:
    """Addresses under /cms/."""
    return [
        path("qualita/<int:pk>/", FaultsView.as_view(), name="page_faults"),
        path("qualita/ora/<int:page_id>/", LiveOnEdit.as_view(), name="live_quality"),
        path(
            "qualita/ora/<slug:content_type_app_name>/<slug:content_type_model_name>/<int:parent_page_id>/",
            LiveOnCreate.as_view(),
            name="live_quality_new",
        ),
    ]
