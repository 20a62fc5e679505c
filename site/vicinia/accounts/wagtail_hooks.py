"""Registers the admin's home panels of the person's roles, the office's people, the table of rights."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from vicinia.accounts.erasure.staff import erasure_viewset
from vicinia.accounts.office.viewsets import office_people_viewset
from vicinia.accounts.rights.staff import PERMISSION, RightsView
from vicinia.accounts.roles import Role, has_role, roles_of
from vicinia.accounts.security.panels import NoSecondFactorNotice
from vicinia.core.staff.panels import panels_for


@hooks.register("construct_homepage_panels")
def show_role_panels(request: HttpRequest, panels: list[Any]) -> None:
    """Put the panels of the person's roles before Wagtail's own."""
    mine = panels_for(request, roles_of(request.user), everything=has_role(request.user, Role.ADMINISTRATOR))
    notices = [] if settings.STAFF_SECOND_FACTOR else [NoSecondFactorNotice()]
    panels[:0] = [*notices, *mine]


@hooks.register("register_admin_viewset")
def register_office_people() -> list[ViewSet]:
    """Serve the people of the office, and who asked to be deleted."""
    return [office_people_viewset, erasure_viewset]


@hooks.register("register_admin_urls")
def register_rights_url() -> list[URLPattern]:
    """Serve the table of rights under /cms/diritti/."""
    return [path("diritti/", RightsView.as_view(), name="rights")]


class RightsItem(MenuItem):
    """Shown to who oversees."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Ask the table of itself."""
        return request.user.has_perm(PERMISSION)


@hooks.register("register_settings_menu_item")
def rights_item() -> MenuItem:
    """The entry beside the people of the office."""
    return RightsItem(_("Who may do what"), reverse("rights"), icon_name="key", order=20)


@hooks.register("register_account_menu_item")
def register_security_page(request: HttpRequest) -> dict[str, object]:
    """Lead to password, address and factors, which are changed at the one door."""
    return {
        "url": reverse("security"),
        "label": _("Security of your access"),
        "help_text": _("Password, e-mail address, second step, devices."),
    }
