"""Registers the staff's screens of each concept."""

from django.urls import URLPattern, path
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from .events.staff import event_viewset
from .newsletter.registrations import staff_viewsets as newsletter_viewsets
from .outreach.drafts.screens import BeginView, FromTemplateView, NextYearView
from .outreach.staff import campaign_viewset
from .projects.certificates.bulk import IssueCertificates
from .projects.registrations import staff_viewsets as project_viewsets

register_snippet(campaign_viewset)
register_snippet(event_viewset)
hooks.register("register_admin_viewset", newsletter_viewsets)
hooks.register("register_admin_viewset", project_viewsets)
hooks.register("register_bulk_action", IssueCertificates)


@hooks.register("register_admin_urls")
def new_campaign_urls() -> list[URLPattern]:
    """Addresses under /cms/."""
    return [
        path("nuova-campagna/", BeginView.as_view(), name="new_campaign"),
        path("nuova-campagna/modello/<slug:key>/", FromTemplateView.as_view(), name="new_campaign_from"),
        path("nuova-campagna/ancora/<int:pk>/", NextYearView.as_view(), name="new_campaign_again"),
    ]
