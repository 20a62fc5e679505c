"""Django looks for an app's models here; each concept keeps its own."""

from .events.models import Event
from .events.pages import EventPage, EventsIndexPage
from .newsletter.issues.models import Delivery, Issue, IssueItem, IssueLink
from .newsletter.subscriptions.models import Consent, NewsletterTopic, Subscriber
from .outreach.models import Campaign, CampaignFigure, CampaignPartner
from .outreach.pages import CampaignMaterial, CampaignPage, CampaignsIndexPage
from .projects.catalogue.models import Edition, ProjectAudience, SchoolProject
from .projects.catalogue.pages import SchoolProjectPage, SchoolProjectsIndexPage
from .projects.certificates.models import Certificate
from .projects.enrolments.models import Enrolment

__all__ = [
    "Campaign",
    "CampaignFigure",
    "CampaignMaterial",
    "CampaignPage",
    "CampaignPartner",
    "CampaignsIndexPage",
    "Certificate",
    "Consent",
    "Delivery",
    "Edition",
    "Enrolment",
    "Event",
    "EventPage",
    "EventsIndexPage",
    "Issue",
    "IssueItem",
    "IssueLink",
    "NewsletterTopic",
    "ProjectAudience",
    "SchoolProject",
    "SchoolProjectPage",
    "SchoolProjectsIndexPage",
    "Subscriber",
]
