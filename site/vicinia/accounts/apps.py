"""Who signs in, and with which role."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    """People and roles."""

    name = "vicinia.accounts"
    label = "accounts"
    verbose_name = _("People")

    def ready(self) -> None:
        """Fill the registries, listen to allauth, give Wagtail's own permissions after each migrate."""
        from vicinia.core.demo import loaders
        from vicinia.core.reserved_area import panels

        from . import trail
        from .demo_loader import load_accounts, load_erasure_request
        from .erasure import registrations as erasure
        from .erasure.screens import erasure_panel
        from .identity.personal import IDENTITY
        from .identity.screens import panel
        from .personal import sources as personal
        from .personal.registry import sources
        from .rights import table
        from .rights.rows import ROWS
        from .security import trail as security_trail
        from .security.personal import SECURITY
        from .security.screens import security_panel
        from .staff_access import after_migrate

        table.register(ROWS)

        trail.connect()
        security_trail.connect()
        post_migrate.connect(after_migrate, dispatch_uid="vicinia.accounts.staff_access")
        sources.register("accounts", personal.ACCOUNT, order=10)
        sources.register("accounts.identity", IDENTITY, order=15)
        sources.register("accounts.security", SECURITY, order=16)
        erasure.register()
        sources.register("accesses", personal.ACCESSES, order=80)
        sources.register("core", personal.TRAIL, order=90)
        panels.register("accounts.erasure", erasure_panel, order=94)
        panels.register("accounts.identity", panel, order=95)
        panels.register("accounts.security", security_panel, order=96)
        loaders.register("accounts", load_accounts, order=10)
        loaders.register("accounts.erasure", load_erasure_request, order=97)
