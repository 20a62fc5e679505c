"""What events add to the platform's registries."""

from vicinia.core.demo import loaders
from vicinia.core.page_cache import watch


def register() -> None:
    """Called once when the application starts."""
    from .demo import load_events
    from .models import Event

    loaders.register("events", load_events, order=61)
    watch(Event)
