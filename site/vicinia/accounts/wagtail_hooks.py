"""Registers the admin's home panels of the person's roles, and the screens of the office's people."""

from typing import Any

from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSet

from vicinia.accounts.office.viewsets import office_people_viewset
from vicinia.accounts.roles import Role, has_role, roles_of
from vicinia.core.staff.panels import panels_for


@hooks.register("construct_homepage_panels")
def show_role_panels(request: HttpRequest, panels: list[Any]) -> None:
    """Put the panels of the person's roles before Wagtail's own."""
    mine = panels_for(request, roles_of(request.user), everything=has_role(request.user, Role.ADMINISTRATOR))
    panels[:0] = mine


@hooks.register("register_admin_viewset")
def register_office_people() -> ViewSet:
    """Serve the people of the office."""
    return office_people_viewset
