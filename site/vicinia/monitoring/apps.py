"""The participation ledger and the dashboards."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MonitoringConfig(AppConfig):
    """The participation ledger and the dashboards."""

    name = "vicinia.monitoring"
    label = "monitoring"
    verbose_name = _("Figures")

    def ready(self) -> None:
        """Offer the demo's figures, the panels of those who read and oversee, who may write figures."""
        from vicinia.accounts.personal.registry import WORK_OF_THE_OFFICE, PersonalSource, sources
        from vicinia.accounts.rights import table
        from vicinia.core.demo import loaders

        from . import role_panels
        from .demo_loader import load_figures
        from .rights import ROWS

        loaders.register("monitoring", load_figures, order=90)
        role_panels.register()
        table.register(ROWS)
        recorded_by = {"monitoring.ParticipationRecord.recorded_by": WORK_OF_THE_OFFICE}
        sources.register("monitoring", PersonalSource(not_told=recorded_by))
