"""Reading campaigns: what runs now, what changes next, cards for the pages that show them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from django.db.models import Min, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page

from vicinia.core.clock import midnight
from vicinia.core.components import Badge, Card
from vicinia.core.formats import long_date
from vicinia.core.pages.pictures import card_images
from vicinia.core.pages.published import published

from .enums import CampaignState
from .models import Campaign
from .pages import CampaignPage


def campaign_pages(parent: Page | None = None) -> QuerySet[CampaignPage]:
    """Return the public pages of campaigns in the active language (or under `parent`), newest first."""
    pages = published(CampaignPage.objects.filter(campaign__isnull=False), parent)
    return pages.select_related("campaign__topic", "locale").order_by("-campaign__starts_on", "title")


def in_state(pages: QuerySet[CampaignPage], state: CampaignState) -> QuerySet[CampaignPage]:
    """Keep the pages whose campaign is in a state today."""
    return pages.filter(campaign__in=Campaign.objects.in_state(state, timezone.localdate()))


def running_cards(limit: int) -> tuple[Card, ...]:
    """Return cards of the campaigns that run today, those that end first before."""
    pages = in_state(campaign_pages(), CampaignState.RUNNING).order_by("campaign__ends_on", "title")
    return campaign_cards(pages[:limit])


def campaign_cards(pages: Sequence[CampaignPage] | QuerySet[CampaignPage]) -> tuple[Card, ...]:
    """Return a card for each page."""
    rows = list(pages)
    return tuple(
        Card(
            title=page.title,
            url=page.url or "",
            summary=page.summary,
            kicker=campaign.topic.name,
            date_text=period_text(campaign),
            image=image,
            badge=state_badge(campaign),
        )
        for page, image in zip(rows, card_images(rows), strict=True)
        if (campaign := page.campaign)
    )


def state_badge(campaign: Campaign) -> Badge | None:
    """Return a badge for what is not simply running."""
    state = campaign.state()
    if state == CampaignState.RUNNING:
        return None
    return Badge(state.label.capitalize(), "information" if state == CampaignState.UPCOMING else "neutral")


def period_text(campaign: Campaign) -> str:
    """Say the period from where we stand: until when, from when, or both ends once it is over."""
    state = campaign.state()
    first, last = long_date(campaign.starts_on), long_date(campaign.ends_on) if campaign.ends_on else ""
    if state == CampaignState.UPCOMING:
        return _("from %(day)s") % {"day": first}
    if state == CampaignState.OVER:
        return _("from %(first)s to %(last)s") % {"first": first, "last": last}
    return _("until %(day)s") % {"day": last} if last else _("running since %(day)s") % {"day": first}


def next_change_at() -> datetime | None:
    """Return the next midnight at which a campaign starts or has ended, or None."""
    today = timezone.localdate()
    found = Campaign.objects.aggregate(
        first=Min("starts_on", filter=Q(starts_on__gt=today)),
        last=Min("ends_on", filter=Q(ends_on__gte=today)),
    )
    last = found["last"]
    days = [day for day in (found["first"], last + timedelta(days=1) if last else None) if day]
    return midnight(min(days)) if days else None


def count_running(first: date, last: date) -> int:
    """Count the campaigns with a live page whose period touches the days, both included."""
    touching = Q(starts_on__lte=last) & (Q(ends_on__isnull=True) | Q(ends_on__gte=first))
    return Campaign.objects.filter(touching, pages__live=True).distinct().count()
