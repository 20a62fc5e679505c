"""What the communications staff see first in the admin."""

from __future__ import annotations

from datetime import timedelta

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy, ngettext

from campaigns.outreach.models import Campaign
from vicinia.accounts.roles import Role
from vicinia.core.staff.panels import Count, RolePanel
from vicinia.home.feedback.models import FIRST_GOOD, PageRating
from vicinia.home.unpublished.queries import pages_to_publish

SOON = timedelta(days=14)
LATELY = timedelta(days=30)


def editor_counts(request: HttpRequest) -> list[Count]:
    """Return what may need an editor today."""
    today = timezone.localdate()
    ending = Campaign.objects.filter(ends_on__range=(today, today + SOON))
    low = PageRating.objects.filter(given_on__gte=today - LATELY, rating__lt=FIRST_GOOD)
    to_publish, ends, ratings = (
        pages_to_publish(request.user).count(),  # type: ignore[arg-type]
        ending.count(),
        low.count(),
    )
    campaigns = reverse("wagtailsnippets_campaigns_campaign:list")
    return [
        Count(
            to_publish,
            ngettext("page with changes to publish", "pages with changes to publish", to_publish),
            reverse("pages_to_publish"),
        ),
        Count(
            ends,
            ngettext("campaign that ends within two weeks", "campaigns that end within two weeks", ends),
            f"{campaigns}?ends_on_from={today:%Y-%m-%d}&ends_on_to={today + SOON:%Y-%m-%d}",
        ),
        Count(
            ratings,
            ngettext("low rating of a page in thirty days", "low ratings of pages in thirty days", ratings),
            reverse("page_ratings"),
        ),
    ]


def new_campaign_url() -> str:
    """Return where a campaign begins."""
    return reverse("new_campaign")


editors = RolePanel(
    title=gettext_lazy("Contents"),
    roles=frozenset({Role.EDITOR, Role.PUBLISHER}),
    counts=editor_counts,
    action_label=gettext_lazy("Write a campaign"),
    action_url=new_campaign_url,
)
