"""What campaigns add to the platform's registries."""

from vicinia.core.demo import loaders
from vicinia.core.page_cache import watch


def register() -> None:
    """Called once when the application starts."""
    from .demo import load_campaigns
    from .models import Campaign

    loaders.register("campaigns", load_campaigns, order=60)
    watch(Campaign)
