"""Wagtail looks for an app's hooks here; each concept keeps its own."""

from .dashboard import wagtail_hooks as dashboard
from .participation import wagtail_hooks as participation

__all__ = ["dashboard", "participation"]
