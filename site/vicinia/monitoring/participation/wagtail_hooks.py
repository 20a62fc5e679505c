"""Registers the ledger's screens."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from vicinia.core.staff import menu
from vicinia.core.staff.viewsets import StaffViewSet

from .models import ParticipationRecord


class ParticipationViewSet(StaffViewSet):
    """Counts that arrive from check-in sheets, partners and the health authority."""

    model = ParticipationRecord
    icon = "group"
    menu_label = _("Participation")
    menu_hook = menu.FIGURES
    menu_order = 20
    empty_text = _(
        "Here are the figures of participation that partners, the health authority and the sign-in sheets "
        "give you. Add the first one: the dashboard counts it at once."
    )
    list_display = ["title", "source", "day", "participants", "counted_by"]
    list_filter = ["source", "day"]
    list_export = ["title", "get_source_display", "day", "participants", "counted_by"]
    export_headings = {"get_source_display": _("Source")}
    export_filename = "partecipazione"
    search_fields = ["title", "counted_by"]
    copy_view_enabled = False
    inspect_view_enabled = True


@hooks.register("register_admin_viewset")
def register_participation() -> ParticipationViewSet:
    """Serve the ledger's list and forms."""
    return ParticipationViewSet("partecipazione")
