"""Registers the staff's screens of each concept."""

from wagtail.snippets.models import register_snippet

from .events.staff import event_viewset
from .outreach.staff import campaign_viewset

register_snippet(campaign_viewset)
register_snippet(event_viewset)
