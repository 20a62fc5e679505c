"""Registers the admin's home panels of the person's roles."""

from typing import Any

from django.http import HttpRequest
from wagtail import hooks

from vicinia.accounts.roles import Role, has_role, roles_of
from vicinia.core.staff.panels import panels_for


@hooks.register("construct_homepage_panels")
def show_role_panels(request: HttpRequest, panels: list[Any]) -> None:
    """Put the panels of the person's roles before Wagtail's own."""
    mine = panels_for(request, roles_of(request.user), everything=has_role(request.user, Role.ADMINISTRATOR))
    panels[:0] = mine
