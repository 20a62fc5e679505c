"""What campaigns add to the platform's registries."""

from vicinia.accounts.roles import Role
from vicinia.core.demo import loaders
from vicinia.core.page_cache import watch
from vicinia.core.staff import grants
from vicinia.core.staff.grants import ALL, Grant

WRITERS = (Role.EDITOR, Role.PUBLISHER, Role.ADMINISTRATOR)


def register() -> None:
    """Called once when the application starts."""
    from .demo import load_campaigns
    from .models import Campaign

    loaders.register("campaigns", load_campaigns, order=60)
    grants.grants.register("campaigns.outreach", [Grant(role, "campaigns.campaign", ALL) for role in WRITERS])
    watch(Campaign)
