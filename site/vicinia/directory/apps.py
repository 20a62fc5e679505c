"""Services and the finder."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DirectoryConfig(AppConfig):
    """Services and the finder."""

    name = "vicinia.directory"
    label = "directory"
    verbose_name = _("Services")

    def ready(self) -> None:
        """Offer the demo's services and let the editors keep them."""
        from vicinia.accounts.roles import Role
        from vicinia.core.demo import loaders
        from vicinia.core.page_cache import allow_query_keys, watch
        from vicinia.core.staff.grants import ALL, VIEW, Grant, grants

        from .demo_loader import load_services
        from .models import Need, Service

        allow_query_keys("bisogno", "area")
        watch(Need, Service)
        loaders.register("directory", load_services, order=50)
        writers = (Role.EDITOR, Role.PUBLISHER, Role.ADMINISTRATOR)
        rows = [Grant(role, "directory.service", ALL) for role in writers]
        rows += [Grant(role, "directory.need", ALL) for role in writers[1:]]
        grants.register("directory", [*rows, Grant(Role.EDITOR, "directory.need", VIEW)])
