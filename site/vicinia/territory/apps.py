"""Topics, target groups, places: what content is about and where."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

PUBLIC_ADDRESSES = (
    "territory.Letterhead.email",
    "territory.Letterhead.pec",
    "territory.Place.email",
    "territory.Unit.email",
)


class TerritoryConfig(AppConfig):
    """Topics, target groups, places: what content is about and where."""

    name = "vicinia.territory"
    label = "territory"
    verbose_name = _("Territory")

    def ready(self) -> None:
        """Sign the mails with the municipality's name; offer the demo; say who keeps what."""
        from vicinia.accounts.personal.registry import PersonalSource, sources
        from vicinia.accounts.rights import table
        from vicinia.core.demo import loaders
        from vicinia.core.mail import SIGNATURES
        from vicinia.core.page_cache import watch
        from vicinia.core.search import Source
        from vicinia.core.search import sources as search_sources

        from .demo_loader import load_territory
        from .letterhead.queries import mail_signature
        from .models import Area, Place, TargetGroup, Topic, Unit, WorkArea
        from .municipalities.demo_loader import load_served_municipality
        from .places.contacts import register_contacts
        from .places.search import PLACES, find_places, place_names
        from .rights import ROWS

        SIGNATURES.register("letterhead", mail_signature)
        loaders.register("territory.municipalities", load_served_municipality, order=20)
        loaders.register("territory", load_territory, order=21)
        watch(Area, Place, TargetGroup, Topic, Unit, WorkArea)
        table.register(ROWS)
        register_contacts()
        search_sources.register("territory.places", Source(PLACES, find_places, place_names), order=30)
        public = dict.fromkeys(
            PUBLIC_ADDRESSES, "The address of an office or of a place, for everybody to read."
        )
        sources.register("territory", PersonalSource(not_told=public))
