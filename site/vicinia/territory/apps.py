"""Topics, target groups, places: what content is about and where."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TerritoryConfig(AppConfig):
    """Topics, target groups, places: what content is about and where."""

    name = "vicinia.territory"
    label = "territory"
    verbose_name = _("Territory")

    def ready(self) -> None:
        """Sign the mails with the municipality's name; offer the demo's municipality."""
        from vicinia.core.demo import loaders
        from vicinia.core.mail import SIGNATURES

        from .letterhead.queries import mail_signature
        from .municipalities.demo_loader import load_served_municipality

        SIGNATURES.register("letterhead", mail_signature)
        loaders.register("territory.municipalities", load_served_municipality, order=20)
