"""The shell of the site: home, sections, news, search, feedback, reserved area."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    """The shell of the site: home, sections, news, search, feedback, reserved area."""

    name = "vicinia.home"
    label = "home"
    verbose_name = _("Site")
