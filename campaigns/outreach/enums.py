"""Words of campaigns that other apps use too."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class CampaignState(models.TextChoices):
    """Where a campaign stands; the value is what the list's address says (`?stato=in-corso`)."""

    RUNNING = "in-corso", _("running")
    UPCOMING = "in-arrivo", _("coming soon")
    OVER = "conclusa", _("over")


class MaterialKind(models.TextChoices):
    """What a material is, as people call it."""

    LEAFLET = "leaflet", _("leaflet")
    POSTER = "poster", _("poster")
    GUIDE = "guide", _("guide")
    CARD = "card", _("card")
    VIDEO = "video", _("video transcript")
