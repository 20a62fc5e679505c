"""Registers the list of accesses to personal data."""

from wagtail import hooks

from .staff import AccessViewSet, access_viewset


@hooks.register("register_admin_viewset")
def register_accesses() -> AccessViewSet:
    """Serve the list."""
    return access_viewset
