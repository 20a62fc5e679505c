"""Organisations, schools, memberships."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PartnersConfig(AppConfig):
    """Organisations, schools, memberships."""

    name = "partners"
    label = "partners"
    verbose_name = _("Organisations and schools")

    def ready(self) -> None:
        """Offer the demo's associations and schools."""
        from vicinia.core.demo import loaders

        from .demo_loader import load_partners

        loaders.register("partners", load_partners, order=30)
