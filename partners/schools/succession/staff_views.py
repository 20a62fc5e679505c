"""The office's screens of schools that change code: compare the two, confirm, refuse, undo."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib.admin.utils import quote
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from django_filters import AllValuesFilter, BooleanFilter
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.widgets import BooleanRadioSelect
from wagtail.admin.widgets.button import Button, HeaderButton

from vicinia.core.components import Badge, Fact
from vicinia.core.formats import long_datetime
from vicinia.core.staff import menu
from vicinia.core.staff.inspect import StaffInspectView
from vicinia.core.staff.policies import ReadOnlyPolicy
from vicinia.core.staff.tables import TableIndexView
from vicinia.core.staff.viewsets import StaffViewSet
from vicinia.core.state import StepRefused

from . import services
from .comparing import side_by_side
from .enums import SUCCESSION_STEPS, SuccessionState
from .linking import LinkSchools
from .models import SchoolSuccession
from .queries import what_followed, what_follows
from .words import why_text

CONFIRMED = SuccessionState.CONFIRMED
Decision = Callable[..., SchoolSuccession]


def succession_url(succession: SchoolSuccession) -> str:
    """Return the address of the office's page of a continuity."""
    return reverse("school_successions:inspect", args=[quote(succession.pk)])


class SuccessionFilterSet(WagtailFilterSet):
    """What the office asks of the list."""

    closed_year = AllValuesFilter(
        field_name="closed__closed_year", label=gettext_lazy("Closed since"), empty_label=gettext_lazy("All")
    )

    is_open_again = BooleanFilter(
        field_name="closed__is_active",
        label=gettext_lazy("The closed one is open again"),
        widget=BooleanRadioSelect,
    )

    class Meta:
        model = SchoolSuccession
        fields = ["state", "closed_year", "is_open_again"]


class ListSuccessions(TableIndexView):
    """Pairs of schools, the likeliest first."""

    @cached_property
    def header_buttons(self) -> list[Button]:
        """Offer the pairs that nothing proposed to who decides."""
        buttons: list[Button] = super().header_buttons
        if self.request.user.has_perm(services.DECIDE):
            url = reverse("school_successions:link")
            buttons = [*buttons, HeaderButton(_("Link two schools"), url=url, icon_name="link")]
        return buttons

    def get_base_queryset(self) -> QuerySet[SchoolSuccession]:
        """Read the schools in the same query."""
        return super().get_base_queryset().select_related("closed", "successor")  # type: ignore[no-any-return]


class InspectSuccession(StaffInspectView):
    """Two schools beside each other, why they look like one, what follows and what can be done."""

    page_title = gettext_lazy("Continuity of a school")

    def get_page_title(self) -> str:
        """Say what the page is for."""
        return str(self.page_title)

    def get_page_subtitle(self) -> str:
        """Name the school that closed."""
        return str(self.object.closed.name)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Show the state and its steps on top."""
        succession: SchoolSuccession = self.object
        state, decides = SuccessionState(succession.state), self.request.user.has_perm(services.DECIDE)
        is_confirmed = state == CONFIRMED
        return {
            **super().get_context_data(**kwargs),
            "succession": succession,
            "badge": Badge(succession.get_state_display(), "success" if is_confirmed else "neutral"),
            "rows": side_by_side(succession.closed, succession.successor),
            "why": why_text(succession),
            "is_confirmed": is_confirmed,
            "is_open_again": is_confirmed and succession.closed.is_active,
            "following": what_followed(succession) if is_confirmed else what_follows(succession.closed),
            "others": succession.closed.successions.exclude(pk=succession.pk).select_related("successor"),
            "can_confirm": decides and SUCCESSION_STEPS.allows(state, CONFIRMED),
            "can_refuse": decides and SUCCESSION_STEPS.allows(state, SuccessionState.REFUSED),
            "can_undo": decides and SUCCESSION_STEPS.allows(state, SuccessionState.UNDONE),
        }

    def facts(self) -> list[Fact]:
        """Return who decided, and when."""
        succession: SchoolSuccession = self.object
        if succession.state == SuccessionState.PROPOSED:
            return []
        who = str(succession.settled_by) if succession.settled_by else _("an account that was deleted")
        return [Fact(_("Decided on"), long_datetime(succession.settled_at)), Fact(_("By"), who)]


def _button(decide: Decision, done: str | Promise) -> Callable[..., HttpResponse]:
    """Return the view behind a button: it calls the service, then says what was done or why not."""

    @require_POST
    def view(request: HttpRequest, pk: int) -> HttpResponse:
        succession = get_object_or_404(SchoolSuccession, pk=pk)
        try:
            succession = decide(succession=succession, by=request.user)
        except ValidationError as refusal:
            messages.error(request, " ".join(refusal.messages))
        except StepRefused as refusal:
            messages.error(request, str(refusal))
        else:
            words = {"closed": succession.closed.code, "successor": succession.successor.code}
            messages.success(request, done % words)
        return redirect("school_successions:inspect", pk)

    return view


confirm = _button(
    services.confirm_succession,
    gettext_lazy("Confirmed: what %(closed)s had is now of %(successor)s. You can undo it from here."),
)
refuse = _button(
    services.refuse_succession,
    gettext_lazy("Refused: %(closed)s and %(successor)s stay two schools. You can confirm them later."),
)
undo = _button(
    services.undo_succession, gettext_lazy("Undone: %(closed)s has again what had gone to %(successor)s.")
)


class SchoolSuccessionViewSet(StaffViewSet):
    """Which new school goes on with a closed one."""

    model = SchoolSuccession
    name = "school_successions"
    url_prefix = "continuita-scuole"
    icon = "link"
    menu_hook = menu.SCHOOLS
    menu_label = gettext_lazy("Schools that change code")
    menu_order = 25
    empty_text = gettext_lazy(
        "Here are the schools that may go on under another code. After each loading of the registry we look "
        "for them among the closed and the new ones of the municipalities you serve: you say which are the "
        "same school. What nothing proposes you link yourself."
    )
    exclude_form_fields: list[str] = []
    inspect_view_enabled = True
    inspect_view_class = InspectSuccession
    inspect_template_name = "wagtailadmin/partners/school_succession.html"
    index_view_class = ListSuccessions
    search_fields = ["closed__name", "closed__code", "successor__name", "successor__code"]
    filterset_class = SuccessionFilterSet
    ordering = ["closed__name", "-score", "pk"]
    list_display = [
        TitleColumn(
            "closed", label=gettext_lazy("Closed school"), sort_key="closed__name", get_url=succession_url
        ),
        Column("closed.code", label=gettext_lazy("Code")),
        Column("successor", label=gettext_lazy("Goes on as"), sort_key="successor__name"),
        Column("successor.code", label=gettext_lazy("New code")),
        Column("why", label=gettext_lazy("Why"), accessor=why_text),
        Column("get_state_display", label=gettext_lazy("State"), sort_key="state"),
    ]
    list_export = [
        "closed.code",
        "closed",
        "closed.closed_year",
        "successor.code",
        "successor",
        "get_state_display",
        "note",
        "settled_at",
    ]
    export_headings = {
        "closed.code": gettext_lazy("Old code"),
        "successor.code": gettext_lazy("New code"),
        "closed.closed_year": gettext_lazy("Closed since"),
        "get_state_display": gettext_lazy("State"),
    }
    export_filename = "continuita-scuole"

    @property
    def permission_policy(self) -> ReadOnlyPolicy:
        """Loads propose, services decide."""
        return ReadOnlyPolicy(self.model)

    def get_urlpatterns(self) -> list[URLPattern]:
        """Add what the office decides."""
        return [
            *super().get_urlpatterns(),
            path("link/", self.construct_view(LinkSchools), name="link"),
            path("confirm/<int:pk>/", confirm, name="confirm"),
            path("refuse/<int:pk>/", refuse, name="refuse"),
            path("undo/<int:pk>/", undo, name="undo"),
        ]
