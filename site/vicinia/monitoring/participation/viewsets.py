"""The office's screens of participation figures, in the menu group "Dati"."""

from __future__ import annotations

from django.contrib.admin.utils import quote
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views import generic

from vicinia.core.formats import short_date, whole
from vicinia.core.staff import menu
from vicinia.core.staff.viewsets import StaffViewSet

from . import services
from .models import ParticipationRecord


class WritesFigure:
    """Writes through the service."""

    def save_instance(self) -> ParticipationRecord:
        """Keep the figure, and who wrote it."""
        return services.save_figure(record=self.form.save(commit=False), by=self.request.user)  # type: ignore[attr-defined]


class CreateFigure(WritesFigure, generic.CreateView):
    """A figure that somebody sent."""


class EditFigure(WritesFigure, generic.EditView):
    """A correction."""


def inspect_url(record: ParticipationRecord) -> str:
    """Return the address of a figure's page."""
    return reverse("partecipazione:inspect", args=[quote(record.pk)])


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
    list_display = [
        TitleColumn("title", label=_("Title"), sort_key="title", get_url=inspect_url),
        Column("get_source_display", label=_("Source"), sort_key="source"),
        Column("day", label=_("Day"), sort_key="day", accessor=lambda record: short_date(record.day)),
        Column(
            "participants",
            label=_("Participants"),
            sort_key="participants",
            accessor=lambda record: whole(record.participants),
        ),
        Column("counted_by", label=_("Who counted")),
    ]
    list_filter = ["source", "day"]
    list_export = ["title", "get_source_display", "day", "participants", "counted_by"]
    export_headings = {"get_source_display": _("Source")}
    export_filename = "partecipazione"
    search_fields = ["title", "counted_by"]
    inspect_view_enabled = True
    inspect_view_fields_exclude = ["id", "source_key"]
    add_view_class = CreateFigure
    edit_view_class = EditFigure
