"""Registers the screens of imports."""

from wagtail import hooks

from .viewsets import ImportRunViewSet, import_run_viewset


@hooks.register("register_admin_viewset")
def register_imports() -> ImportRunViewSet:
    """Serve them."""
    return import_run_viewset
