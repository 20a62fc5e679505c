"""Banner and situation pages."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EmergenciesConfig(AppConfig):
    """Banner and situation pages."""

    name = "vicinia.emergencies"
    label = "emergencies"
    verbose_name = _("Emergencies")

    def ready(self) -> None:
        """Offer the demo's emergency; who publishes may raise the notice above every page."""
        from vicinia.accounts.roles import Role
        from vicinia.core.demo import loaders
        from vicinia.core.staff.grants import CHANGE, Grant, grants

        from .demo_loader import load_emergencies

        loaders.register("emergencies", load_emergencies, order=80)
        writers = (Role.EDITOR, Role.PUBLISHER, Role.ADMINISTRATOR)
        grants.register("emergencies", [Grant(role, "emergencies.banner", CHANGE) for role in writers])
