"""Registers the ledger's screens."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.viewsets.model import ModelViewSet

from vicinia.core.staff import menu

from .models import ParticipationRecord


class ParticipationViewSet(ModelViewSet):
    """Counts that arrive from check-in sheets, partners and the health authority."""

    model = ParticipationRecord
    icon = "group"
    menu_label = _("Participation")
    menu_hook = menu.FIGURES
    menu_order = 20
    list_display = ["title", "source", "day", "participants", "counted_by"]
    list_filter = ["source", "day"]
    list_export = ["title", "source", "day", "participants", "counted_by"]
    search_fields = ["title", "counted_by"]
    copy_view_enabled = False
    inspect_view_enabled = True


@hooks.register("register_admin_viewset")
def register_participation() -> ParticipationViewSet:
    """Serve the ledger's list and forms."""
    return ParticipationViewSet("partecipazione")
