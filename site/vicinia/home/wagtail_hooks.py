"""Registers the staff's reports: how clear the pages are, which wait to be published."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from vicinia.core.staff import menu

from .feedback.staff import PERMISSION, report
from .unpublished.staff import PagesToPublish


class RatingsItem(MenuItem):
    """Shown to who may read the ratings."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Ask for the permission."""
        return request.user.has_perm(PERMISSION)


@hooks.register("register_admin_urls")
def ratings_urls() -> list[URLPattern]:
    """Addresses under /cms/."""
    return [
        path("valutazioni/", report, name="page_ratings"),
        path("pagine-da-pubblicare/", PagesToPublish.as_view(), name="pages_to_publish"),
        path(
            "pagine-da-pubblicare/results/",
            PagesToPublish.as_view(results_only=True),
            name="pages_to_publish_results",
        ),
    ]


@hooks.register(menu.FIGURES)
def ratings_item() -> MenuItem:
    """The entry of the group "Figures"."""
    return RatingsItem(_("How clear the pages are"), reverse("page_ratings"), icon_name="success", order=50)


class PageWritersItem(MenuItem):
    """Shown to who writes pages."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Ask the policy of pages."""
        return menu.writes_pages(request)


@hooks.register(menu.CONTENTS)
def pages_to_publish_item() -> MenuItem:
    """The entry of the group "Contents"."""
    return PageWritersItem(_("To be published"), reverse("pages_to_publish"), icon_name="doc-empty", order=15)
