"""Topics, target groups, places: what content is about and where."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

VOCABULARIES = ("topic", "targetgroup", "workarea", "area", "ageband", "letterhead")
EVERYDAY = ("place", "unit")


class TerritoryConfig(AppConfig):
    """Topics, target groups, places: what content is about and where."""

    name = "vicinia.territory"
    label = "territory"
    verbose_name = _("Territory")

    def ready(self) -> None:
        """Sign the mails with the municipality's name; offer the demo; say who keeps what."""
        from vicinia.accounts.roles import Role
        from vicinia.core.demo import loaders
        from vicinia.core.mail import SIGNATURES
        from vicinia.core.page_cache import watch
        from vicinia.core.staff.grants import ALL, VIEW, Grant, grants

        from .demo_loader import load_territory
        from .letterhead.queries import mail_signature
        from .models import Area, Place, TargetGroup, Topic, Unit, WorkArea
        from .municipalities.demo_loader import load_served_municipality

        SIGNATURES.register("letterhead", mail_signature)
        loaders.register("territory.municipalities", load_served_municipality, order=20)
        loaders.register("territory", load_territory, order=21)
        watch(Area, Place, TargetGroup, Topic, Unit, WorkArea)
        rows = [Grant(Role.EDITOR, f"territory.{model}", ALL) for model in EVERYDAY]
        rows += [Grant(Role.EDITOR, f"territory.{model}", VIEW) for model in VOCABULARIES]
        for role in (Role.PUBLISHER, Role.ADMINISTRATOR):
            rows += [Grant(role, f"territory.{model}", ALL) for model in (*EVERYDAY, *VOCABULARIES)]
        grants.register("territory", rows)
