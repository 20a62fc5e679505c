"""Django looks for an app's models here; each concept keeps its own."""

from .events.models import Event
from .events.pages import EventPage, EventsIndexPage
from .outreach.models import Campaign, CampaignFigure, CampaignPartner
from .outreach.pages import CampaignMaterial, CampaignPage, CampaignsIndexPage

__all__ = [
    "Campaign",
    "CampaignFigure",
    "CampaignMaterial",
    "CampaignPage",
    "CampaignPartner",
    "CampaignsIndexPage",
    "Event",
    "EventPage",
    "EventsIndexPage",
]
