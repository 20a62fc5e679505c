"""Registers the audit trail's list, read by the transparency officer and the administrator."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.viewsets.model import ModelViewSet

from vicinia.core.staff import menu
from vicinia.core.staff.policies import ReadOnlyPolicy

from .models import AuditEntry


class AuditViewSet(ModelViewSet):
    """Who did what, when; searchable and exportable, never editable."""

    model = AuditEntry
    icon = "history"
    menu_label = _("Audit trail")
    menu_hook = menu.FIGURES
    menu_order = 90
    list_display = ["target_label", "action", "actor_label", "at"]
    list_filter = ["action", "at"]
    list_export = ["at", "actor_label", "action", "target_type", "target_id", "target_label", "data"]
    search_fields = ["target_label", "actor_label", "action"]
    form_fields: list[str] = []
    inspect_view_enabled = True
    copy_view_enabled = False

    @property
    def permission_policy(self) -> ReadOnlyPolicy:
        """Nobody writes here but services."""
        return ReadOnlyPolicy(AuditEntry)


@hooks.register("register_admin_viewset")
def register_audit_trail() -> AuditViewSet:
    """Serve the list."""
    return AuditViewSet("registro-operazioni")
