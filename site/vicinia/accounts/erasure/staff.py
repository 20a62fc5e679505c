"""The administrator's list of requests of deletion."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.admin.utils import quote
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, StatusTagColumn, TitleColumn
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from vicinia.core import traces
from vicinia.core.components import Fact
from vicinia.core.formats import long_datetime
from vicinia.core.staff.inspect import StaffInspectView
from vicinia.core.staff.policies import ReadOnlyPolicy
from vicinia.core.staff.tables import TableIndexView
from vicinia.core.staff.viewsets import StaffViewSet
from vicinia.core.state import StepRefused

from . import services
from .models import ErasureRequest
from .queries import obstacles, preview
from .registry import steps

PERMISSION = "accounts.refuse_erasurerequest"


def inspect_url(request: ErasureRequest) -> str:
    """Return the address of the office's page of a request."""
    return reverse("erasure_requests:inspect", args=[quote(request.pk)])


def days_left(request: ErasureRequest) -> str:
    """Write how many days are left to answer."""
    days = request.days_left(timezone.now())
    if days is None:
        return "–"
    if days < 0:
        return _("term passed")
    return ngettext("%(count)s day", "%(count)s days", days) % {"count": days}


def shown(request: ErasureRequest) -> traces.Shown:
    """Return what the trace says."""
    return traces.Shown(request, user_id=request.user_id)


class RequestFilterSet(WagtailFilterSet):
    """What the administrator asks of the list."""

    class Meta:
        model = ErasureRequest
        fields = ["state", "origin", "asked_at"]


class ListRequests(TableIndexView):
    """Requests with their person."""

    def get_base_queryset(self) -> QuerySet[ErasureRequest]:
        """Read the people in the same query."""
        return ErasureRequest.objects.select_related("user")

    def people_in(self, item: ErasureRequest) -> list[traces.Shown]:
        """Each row names a person."""
        return [shown(item)]


class InspectRequest(StaffInspectView):
    """One request: what will be done, what holds it, what was refused."""

    def get_page_subtitle(self) -> str:
        """Name the person."""
        return str(self.object)

    def facts(self) -> list[Fact]:
        """Return the state and what the day will bring."""
        request: ErasureRequest = self.object
        traces.note(self.request, traces.Way.PAGE, [shown(request)])
        known = [
            Fact(_("State"), request.get_state_display()),
            Fact(_("Why"), request.get_origin_display()),
            Fact(_("Asked at"), long_datetime(request.asked_at)),
        ]
        if request.is_waiting:
            known += [
                Fact(_("Carried out from"), long_datetime(request.due_at)),
                Fact(_("Days left to answer"), days_left(request)),
                *(Fact(_("To be settled first"), obstacle.text) for obstacle in obstacles(request.user)),
                *(
                    Fact(fate.what, f"{fate.count}, {fate.outcome.label}")
                    for step in preview(request.user)
                    for fate in step.fates
                ),
            ]
        elif request.settled_at:
            known.append(Fact(_("Settled at"), long_datetime(request.settled_at)))
        if request.reason:
            known.append(Fact(_("Reason of the refusal"), request.reason))
        return known

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Offer the refusal while the request waits."""
        may = self.object.is_waiting and self.request.user.has_perm(PERMISSION)
        url = reverse("erasure_requests:refuse", args=[quote(self.object.pk)]) if may else ""
        return {**super().get_context_data(**kwargs), "refuse_url": url}


class RefuseForm(forms.Form):
    """What is not deleted, and the reason."""

    refused = forms.MultipleChoiceField(
        label=gettext_lazy("What is not deleted"),
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("With the account, the whole request is refused."),
    )
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=gettext_lazy(
            "The person reads it as you write it: name the law that obliges you to keep the data "
            "(GDPR, art. 17(3))."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the steps that apps have registered."""
        super().__init__(*args, **kwargs)
        self.fields["refused"].choices = [(key, step.title) for key, step in steps.items()]  # type: ignore[attr-defined]


class RefuseRequest(WagtailAdminTemplateMixin, FormView[RefuseForm]):
    """Say what will follow, ask the reason, refuse."""

    form_class = RefuseForm
    template_name = "wagtailadmin/vicinia/refuse_deletion.html"
    page_title = gettext_lazy("Refuse the deletion")
    header_icon = "warning"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Only for who answers requests."""
        if not request.user.has_perm(PERMISSION):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def erasure(self) -> ErasureRequest:
        """The request."""
        return get_object_or_404(ErasureRequest.objects.select_related("user"), pk=self.kwargs["pk"])

    def get_page_subtitle(self) -> str:
        """Name the person."""
        return str(self.erasure)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """The way back to the request and the list."""
        return [
            *super().get_breadcrumbs_items(),
            {"url": reverse("erasure_requests:index"), "label": _("Requests of deletion")},
            {"url": inspect_url(self.erasure), "label": str(self.erasure)},
            {"url": "", "label": self.page_title},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Name the way back."""
        traces.note(self.request, traces.Way.PAGE, [shown(self.erasure)])
        return {**super().get_context_data(**kwargs), "back_url": inspect_url(self.erasure)}

    def form_valid(self, form: RefuseForm) -> HttpResponse:
        """Refuse through the service."""
        try:
            services.refuse_erasure(request=self.erasure, by=self.request.user, **form.cleaned_data)  # type: ignore[arg-type]
        except StepRefused as refusal:
            messages.error(self.request, str(refusal))
        except ValidationError as refusal:
            form.add_error(None, refusal)
            return self.form_invalid(form)
        else:
            messages.success(self.request, _("The refusal is written: the person has been told by e-mail."))
        return redirect("erasure_requests:inspect", self.erasure.pk)


class ErasureViewSet(StaffViewSet):
    """Who asked to be deleted, and how many days are left to answer."""

    model = ErasureRequest
    # People ask themselves; the office refuses through its own step.
    policy = ReadOnlyPolicy
    name = "erasure_requests"
    url_prefix = "richieste-cancellazione"
    icon = "bin"
    add_to_settings_menu = True
    menu_label = gettext_lazy("Requests of deletion")
    menu_order = 20
    empty_text = gettext_lazy(
        "Here are the people who asked to be deleted. They ask from “My data”; the deletion is carried out "
        "by itself after the days in which they can change their mind."
    )
    index_view_class = ListRequests
    inspect_view_class = InspectRequest
    inspect_view_enabled = True
    inspect_template_name = "wagtailadmin/vicinia/deletion_request.html"
    filterset_class = RequestFilterSet
    ordering = ["-asked_at", "-pk"]
    search_fields = ["user__email", "user__last_name", "user__first_name"]
    list_display = [
        TitleColumn("user", label=gettext_lazy("Person"), get_url=inspect_url),
        StatusTagColumn(
            "get_state_display",
            label=gettext_lazy("State"),
            sort_key="state",
            primary=lambda request: request.is_waiting,
        ),
        DateColumn("asked_at", label=gettext_lazy("Asked at"), sort_key="asked_at"),
        DateColumn("due_at", label=gettext_lazy("Carried out from"), sort_key="due_at"),
        Column("answer_by", label=gettext_lazy("Days left to answer"), accessor=days_left),
    ]
    list_export = [
        "user",
        "get_state_display",
        "get_origin_display",
        "asked_at",
        "due_at",
        "settled_at",
        "reason",
    ]
    export_headings = {
        "get_state_display": gettext_lazy("State"),
        "get_origin_display": gettext_lazy("Why"),
    }
    export_filename = "richieste-cancellazione"
    form_fields: list[str] = []

    def get_urlpatterns(self) -> list[URLPattern]:
        """Add refusing."""
        refuse = self.construct_view(RefuseRequest)
        return [*super().get_urlpatterns(), path("refuse/<int:pk>/", refuse, name="refuse")]


erasure_viewset = ErasureViewSet()
