"""Organisations, schools, memberships."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PartnersConfig(AppConfig):
    """Organisations, schools, memberships."""

    name = "partners"
    label = "partners"
    verbose_name = _("Organisations and schools")

    def ready(self) -> None:
        """Fill the registries of the platform."""
        from . import registrations

        registrations.register()
