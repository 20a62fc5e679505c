"""Campaigns and their pages."""

from __future__ import annotations

from datetime import timedelta

import factory
from django.utils import timezone

from campaigns.outreach.models import Campaign
from campaigns.outreach.pages import CampaignPage, CampaignsIndexPage
from tests.factories.pages import PublicPageFactory, list_page
from tests.factories.territory import TopicFactory


def campaigns_index() -> CampaignsIndexPage:
    """The list of campaigns."""
    return list_page(CampaignsIndexPage, "campagne", "Campagne")


class CampaignFactory(factory.django.DjangoModelFactory):
    """A campaign that runs from yesterday for a month."""

    class Meta:
        model = Campaign

    title = factory.Sequence(lambda number: f"Campagna {number:04d}")
    goal = "Portare sette persone su dieci allo screening gratuito."
    topic = factory.SubFactory(TopicFactory)
    starts_on = factory.LazyFunction(lambda: timezone.localdate() - timedelta(days=1))
    ends_on = factory.LazyFunction(lambda: timezone.localdate() + timedelta(days=30))


class CampaignPageFactory(PublicPageFactory):
    """The published page of a campaign."""

    class Meta:
        model = CampaignPage

    campaign = factory.SubFactory(CampaignFactory)
    title = factory.LazyAttribute(lambda page: page.campaign.title)
    summary = factory.LazyAttribute(lambda page: page.campaign.goal)
    usual_parent = staticmethod(campaigns_index)
