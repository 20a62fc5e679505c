"""The foundation that every other app stands on; it imports none of them."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    """Connects what the foundation listens to; features fill the registries."""

    name = "vicinia.core"
    label = "core"
    verbose_name = _("Foundations")

    def ready(self) -> None:
        """Connect what the foundation listens to, and register its scheduled work."""
        from .audit import editorial
        from .page_cache import invalidation
        from .tasks import housekeeping, requests

        editorial.connect()
        invalidation.connect()
        requests.connect()
        housekeeping.register_jobs()
