"""Registers the staff's screens of each concept."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from .events.staff import event_viewset
from .newsletter.registrations import staff_viewsets as newsletter_viewsets
from .outreach.staff import campaign_viewset
from .projects.certificates.bulk import IssueCertificates
from .projects.registrations import staff_viewsets as project_viewsets

register_snippet(campaign_viewset)
register_snippet(event_viewset)
hooks.register("register_admin_viewset", newsletter_viewsets)
hooks.register("register_admin_viewset", project_viewsets)
hooks.register("register_bulk_action", IssueCertificates)
