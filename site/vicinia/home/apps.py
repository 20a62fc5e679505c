"""The shell of the site: home, sections, news, search, feedback, reserved area."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    """The shell of the site: home, sections, news, search, feedback, reserved area."""

    name = "vicinia.home"
    label = "home"
    verbose_name = _("Site")

    def ready(self) -> None:
        """Offer the demo's pages; let the office read how clear the pages are."""
        from vicinia.accounts.rights import table
        from vicinia.core.demo import loaders
        from vicinia.core.staff.panels import role_panels

        from .demo_loader import arrange_menu, load_pages
        from .rights import ROWS
        from .role_panels import editors

        loaders.register("home", load_pages, order=40)
        loaders.register("home.menu", arrange_menu, order=95)
        role_panels.register("home.editors", editors, order=10)
        table.register(ROWS)
