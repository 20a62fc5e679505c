"""The participation ledger and the dashboards."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MonitoringConfig(AppConfig):
    """The participation ledger and the dashboards."""

    name = "vicinia.monitoring"
    label = "monitoring"
    verbose_name = _("Figures")

    def ready(self) -> None:
        """Offer the demo's figures and the panels of those who oversee; say who counts participants."""
        from vicinia.accounts.roles import Role
        from vicinia.core.demo import loaders
        from vicinia.core.staff.grants import ALL, VIEW, Grant, grants

        from . import role_panels
        from .demo_loader import load_figures

        loaders.register("monitoring", load_figures, order=90)
        role_panels.register()
        ledger = "monitoring.participationrecord"
        writers = (Role.EDITOR, Role.PUBLISHER, Role.SCHOOLS_OFFICE, Role.ADMINISTRATOR)
        readers = (Role.DIRECTOR, Role.TRANSPARENCY_OFFICER)
        rows = [Grant(role, ledger, ALL) for role in writers]
        grants.register("monitoring", [*rows, *(Grant(role, ledger, VIEW) for role in readers)])
