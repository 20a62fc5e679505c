"""The admin's home: a panel for each role with what needs that person today.

Apps register a function that gives the counts of a role; a count of zero is shown too, since
"nothing to do" is an answer.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import Component

from vicinia.core.registries import Registry


@dataclass(frozen=True)
class Count:
    """A number that needs attention and the list that it counts."""

    value: int
    label: str | Promise
    url: str


@dataclass(frozen=True)
class RolePanel:
    """What a role sees first: its title, the counts, and the button it presses most."""

    title: str | Promise
    roles: frozenset[str]
    counts: Callable[[HttpRequest], list[Count]]
    action_label: str | Promise = ""
    action_url: Callable[[], str] | None = None
    # Said instead of the counts when there are none: what will be here, and when.
    empty_text: str | Promise = ""


role_panels: Registry[RolePanel] = Registry("role panels")


class RolePanelComponent(Component):
    """Shows one role's panel on the admin's home."""

    template_name = "wagtailadmin/vicinia/role_panel.html"

    def __init__(self, panel: RolePanel, request: HttpRequest, order: int) -> None:
        self.panel = panel
        self.request = request
        self.order = order

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        """Count now."""
        return {
            "panel": self.panel,
            "order": self.order,
            "counts": self.panel.counts(self.request),
            "action_url": self.panel.action_url() if self.panel.action_url else "",
            "empty_text": self.panel.empty_text or _("Nothing to do here for now."),
        }


def panels_for(request: HttpRequest, roles: frozenset[str], *, everything: bool) -> list[RolePanelComponent]:
    """Return the panels of these roles, or all of them for an administrator."""
    shown = [panel for panel in role_panels if everything or panel.roles & roles]
    return [RolePanelComponent(panel, request, order) for order, panel in enumerate(shown, start=10)]
