"""Registers the list of accesses to personal data, and the page of the terms."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from vicinia.core.retention.staff import PERMISSION, RetentionView
from vicinia.core.staff import menu

from .staff import AccessViewSet, access_viewset


@hooks.register("register_admin_viewset")
def register_accesses() -> AccessViewSet:
    """Serve the list."""
    return access_viewset


@hooks.register("register_admin_urls")
def register_terms() -> list[URLPattern]:
    """Serve the page of the terms."""
    return [path("tempi-di-conservazione/", RetentionView.as_view(), name="retention")]


class TermsItem(MenuItem):
    """The terms, for who oversees personal data."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Ask the table of rights."""
        return request.user.has_perm(PERMISSION)


@hooks.register(menu.FIGURES)
def offer_terms() -> MenuItem:
    """Stand below the list of accesses."""
    return TermsItem(_("How long records are kept"), reverse("retention"), icon_name="history", order=97)
