"""Services and the finder."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DirectoryConfig(AppConfig):
    """Services and the finder."""

    name = "vicinia.directory"
    label = "directory"
    verbose_name = _("Services")

    def ready(self) -> None:
        """Offer the demo's services and let the editors keep them; let bodies say whom they help."""
        from vicinia.accounts.rights import table
        from vicinia.core.demo import loaders
        from vicinia.core.page_cache import allow_query_keys, watch

        from .associations import registrations as associations
        from .demo_loader import load_services
        from .models import Need, Service
        from .rights import ROWS

        allow_query_keys("bisogno", "area", "eta", "quartiere")
        watch(Need, Service)
        loaders.register("directory", load_services, order=50)
        table.register(ROWS)
        associations.register()
