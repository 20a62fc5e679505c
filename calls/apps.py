"""Calls for associations, from the notice to the receipt."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CallsConfig(AppConfig):
    """Calls for associations, from the notice to the receipt."""

    name = "calls"
    label = "calls"
    verbose_name = _("Calls")
