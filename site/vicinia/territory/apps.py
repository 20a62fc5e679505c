"""Topics, target groups, places: what content is about and where."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TerritoryConfig(AppConfig):
    """Topics, target groups, places: what content is about and where."""

    name = "vicinia.territory"
    label = "territory"
    verbose_name = _("Territory")

    def ready(self) -> None:
        """Sign the mails with the municipality's name."""
        from vicinia.core.mail import SIGNATURES

        from .letterhead.queries import mail_signature

        SIGNATURES.register("letterhead", mail_signature)
