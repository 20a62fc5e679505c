"""The participation ledger and the dashboards."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

FIGURE = "monitoring.participationrecord"


class MonitoringConfig(AppConfig):
    """The participation ledger and the dashboards."""

    name = "vicinia.monitoring"
    label = "monitoring"
    verbose_name = _("Figures")

    def ready(self) -> None:
        """Offer the demo's figures, the panels of those who read and oversee, who may write figures."""
        from vicinia.accounts.roles import Role
        from vicinia.core.demo import loaders
        from vicinia.core.staff.grants import VIEW, Grant, grants

        from . import role_panels
        from .demo_loader import load_figures

        loaders.register("monitoring", load_figures, order=90)
        role_panels.register()
        writers = (Role.EDITOR, Role.PUBLISHER, Role.SCHOOLS_OFFICE, Role.ADMINISTRATOR)
        grants.register(
            "monitoring",
            [
                *(Grant(role, FIGURE, ("view", "add", "change")) for role in writers),
                *(Grant(role, FIGURE, VIEW) for role in (Role.DIRECTOR, Role.TRANSPARENCY_OFFICER)),
            ],
        )
