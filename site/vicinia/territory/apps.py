"""Topics, target groups, places: what content is about and where."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TerritoryConfig(AppConfig):
    """Topics, target groups, places: what content is about and where."""

    name = "vicinia.territory"
    label = "territory"
    verbose_name = _("Territory")
