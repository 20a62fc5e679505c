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
        from vicinia.accounts.personal.registry import WORK_OF_THE_OFFICE, PersonalSource, sources
        from vicinia.accounts.rights import table
        from vicinia.core.demo import loaders

        from .demo_loader import load_emergencies
        from .rights import ROWS

        loaders.register("emergencies", load_emergencies, order=80)
        table.register(ROWS)
        sources.register(
            "emergencies", PersonalSource(not_told={"emergencies.Banner.raised_by": WORK_OF_THE_OFFICE})
        )
