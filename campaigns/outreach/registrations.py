"""What campaigns add to the platform's registries."""

from django.utils.translation import gettext_lazy as _

from vicinia.core.body_timeline import sources
from vicinia.core.demo import loaders
from vicinia.core.merging import Follower, followers
from vicinia.core.page_cache import watch


def register() -> None:
    """Called once when the application starts."""
    from .demo import load_campaigns
    from .models import Campaign
    from .timeline import SOURCE

    followers.register("campaigns.CampaignPartner.organisation", Follower(_("campaigns")))
    sources.register("campaigns", SOURCE, order=50)
    loaders.register("campaigns", load_campaigns, order=60)
    watch(Campaign)
