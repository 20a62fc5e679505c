"""Banner and situation pages."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EmergenciesConfig(AppConfig):
    """Banner and situation pages."""

    name = "vicinia.emergencies"
    label = "emergencies"
    verbose_name = _("Emergencies")
