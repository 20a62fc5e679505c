"""The services of the office."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DirectoryConfig(AppConfig):
    """The services of the office."""

    name = "vicinia.directory"
    label = "directory"
    verbose_name = _("Services")
