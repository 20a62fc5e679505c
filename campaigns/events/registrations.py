"""What events add to the platform's registries."""

from vicinia.accounts.roles import Role
from vicinia.core.demo import loaders
from vicinia.core.page_cache import watch
from vicinia.core.staff import grants
from vicinia.core.staff.grants import ALL, Grant

WRITERS = (Role.EDITOR, Role.PUBLISHER, Role.ADMINISTRATOR, Role.SCHOOLS_OFFICE)


def register() -> None:
    """Called once when the application starts."""
    from .demo import load_events
    from .models import Event

    loaders.register("events", load_events, order=61)
    grants.grants.register("campaigns.events", [Grant(role, "campaigns.event", ALL) for role in WRITERS])
    watch(Event)
