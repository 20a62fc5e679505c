"""Campaigns, events, school projects, newsletter."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CampaignsConfig(AppConfig):
    """Campaigns, events, school projects, newsletter."""

    name = "campaigns"
    label = "campaigns"
    verbose_name = _("Campaigns")

    def ready(self) -> None:
        """Have each concept fill the registries."""
        from vicinia.accounts.erasure.registry import steps
        from vicinia.accounts.personal.registry import sources
        from vicinia.accounts.rights import table
        from vicinia.core.retention.registry import rules

        from .erasure import CERTIFICATES, CONSENTS, ERASURE, TEACHERS
        from .events import registrations as events
        from .newsletter import registrations as newsletter
        from .outreach import registrations as outreach
        from .personal import SOURCE
        from .projects import registrations as projects
        from .rights import ROWS

        table.register(ROWS)
        outreach.register()
        events.register()
        newsletter.register()
        projects.register()
        steps.register("campaigns", ERASURE, order=40)
        rules.register("campaigns.consents", CONSENTS, order=50)
        rules.register("campaigns.teachers", TEACHERS, order=60)
        rules.register("campaigns.certificates", CERTIFICATES, order=61)
        sources.register("campaigns", SOURCE, order=40)
