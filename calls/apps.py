"""Calls for associations, from the notice to the receipt."""

from django.apps import AppConfig
from django.utils.translation import pgettext_lazy


class CallsConfig(AppConfig):
    """Calls for associations, from the notice to the receipt."""

    name = "calls"
    label = "calls"
    verbose_name = pgettext_lazy("noun", "Calls")

    def ready(self) -> None:
        """Connect calls to what the foundation composes."""
        from . import registrations

        registrations.connect()
