"""Campaigns, events, school projects, newsletter."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CampaignsConfig(AppConfig):
    """Campaigns, events, school projects, newsletter."""

    name = "campaigns"
    label = "campaigns"
    verbose_name = _("Campaigns")

    def ready(self) -> None:
        """Have each concept fill the registries."""
        from .newsletter import registrations as newsletter
        from .projects import registrations as projects

        newsletter.register()
        projects.register()
