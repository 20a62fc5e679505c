"""Campaigns, events, school projects, newsletter."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CampaignsConfig(AppConfig):
    """Campaigns, events, school projects, newsletter."""

    name = "campaigns"
    label = "campaigns"
    verbose_name = _("Campaigns")
