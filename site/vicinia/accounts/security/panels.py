"""What the admin's home says while the second factor is not asked."""

from __future__ import annotations

from typing import Any

from wagtail.admin.ui.components import Component


class NoSecondFactorNotice(Component):
    """Tells the staff that a password alone opens their tools here, and that a real site asks for more."""

    template_name = "wagtailadmin/vicinia/no_second_factor.html"
    # Before the panels of the roles.
    order = -1

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        """Nothing but its words."""
        return {}
