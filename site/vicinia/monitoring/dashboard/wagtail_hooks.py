"""Registers the dashboard in the admin."""

from django.http import HttpRequest
from django.urls import URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from vicinia.core.staff import menu

from .views import PERMISSION


@hooks.register("register_admin_urls")
def register_dashboard_urls() -> list[URLResolver]:
    """Serve the dashboard under /cms/dati/."""
    return [path("dati/", include("vicinia.monitoring.dashboard.urls"))]


class DashboardItem(MenuItem):
    """The dashboard's entry, for the roles that read figures."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Ask the table of rights."""
        return request.user.has_perm(PERMISSION)


@hooks.register(menu.FIGURES)
def register_dashboard_item() -> MenuItem:
    """Put it first in the group."""
    return DashboardItem(
        _("Whom did we reach?"), reverse("dashboard:index"), name="dashboard", icon_name="table", order=10
    )
