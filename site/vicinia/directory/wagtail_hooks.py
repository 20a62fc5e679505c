"""Registers the staff's screens of the directory."""

from wagtail.snippets.models import register_snippet

from .staff import NeedViewSet, ServiceViewSet

register_snippet(ServiceViewSet)
register_snippet(NeedViewSet)
