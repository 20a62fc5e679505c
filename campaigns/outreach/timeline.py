"""What campaigns tell of a body's past: those that it carries with the office."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vicinia.accounts.models import User
from vicinia.core.body_timeline import Happening, Source
from vicinia.core.clock import midnight

from .enums import CampaignState
from .models import CampaignPartner

KIND = "campaigns"


def tell(bodies: Sequence[int], viewer: User) -> Iterator[Happening]:
    """Tell the first day of each campaign; its address is for who edits campaigns."""
    edits = viewer.has_perm("campaigns.change_campaign")
    for partner in CampaignPartner.objects.filter(organisation__in=bodies).select_related("campaign"):
        campaign = partner.campaign
        yield Happening(
            at=midnight(campaign.starts_on),
            kind=KIND,
            title=_("Campaign with the office"),
            text=campaign.title,
            state=str(CampaignState(campaign.state()).label).capitalize(),
            url=reverse("wagtailsnippets_campaigns_campaign:edit", args=[campaign.pk]) if edits else "",
            is_whole_day=True,
        )


SOURCE = Source({KIND: gettext_lazy("Campaigns")}, tell)
