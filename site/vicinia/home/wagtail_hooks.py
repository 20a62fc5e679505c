"""Registers the staff's report on how clear the pages are."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from vicinia.core.staff import menu

from .feedback.staff import PERMISSION, report


class RatingsItem(MenuItem):
    """Shown to who may read the ratings."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Ask for the permission."""
        return request.user.has_perm(PERMISSION)


@hooks.register("register_admin_urls")
def ratings_urls() -> list[URLPattern]:
    """Addresses under /cms/."""
    return [path("valutazioni/", report, name="page_ratings")]


@hooks.register(menu.FIGURES)
def ratings_item() -> MenuItem:
    """The entry of the group "Figures"."""
    return RatingsItem(_("How clear the pages are"), reverse("page_ratings"), icon_name="success", order=50)
