"""The participation ledger and the dashboards."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MonitoringConfig(AppConfig):
    """The participation ledger and the dashboards."""

    name = "vicinia.monitoring"
    label = "monitoring"
    verbose_name = _("Figures")

    def ready(self) -> None:
        """Offer the demo's figures."""
        from vicinia.core.demo import loaders

        from .demo_loader import load_figures

        loaders.register("monitoring", load_figures, order=90)
