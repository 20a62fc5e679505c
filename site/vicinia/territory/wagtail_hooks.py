"""Registers the staff's screens of the territory."""

from wagtail.snippets.models import register_snippet

from .staff import TerritoryGroup

register_snippet(TerritoryGroup)
