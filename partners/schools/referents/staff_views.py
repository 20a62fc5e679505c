"""The office's list of the sites without a contact person this year, and the mail that asks for one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import TemplateView
from django_filters import ChoiceFilter
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import Button, HeaderButton

from partners.schools.access.links import registry_address
from partners.schools.models import School
from partners.schools.school_years import this_school_year
from vicinia.accounts.rights.backend import require
from vicinia.core import traces
from vicinia.core.staff import menu
from vicinia.core.staff.policies import ReadOnlyPolicy
from vicinia.core.staff.tables import TableIndexView
from vicinia.core.staff.viewsets import StaffViewSet

from .models import Referent
from .queries import confirmation_deadline, is_late, without_referent
from .services import ask_for_contact_persons, waiting_for_mail, waiting_to_be_asked

REMIND = "partners.remind_referent"
LAPSED, MISSING = "scaduto", "mai"


def school_url(school: School) -> str:
    """Return the address of the office's page of a school."""
    return reverse("schools:inspect", args=[school.pk])


def last_referent(school: Any) -> Referent | None:
    """Return the latest contact person of a row of the list."""
    return school.last_referents[0] if school.last_referents else None


def state_words(school: Any) -> str:
    """Say since when nobody is the contact person."""
    if school.last_year:
        return _("to confirm: the last one was of %(year)s") % {"year": school.last_year}
    return _("never named")


def last_name(school: Any) -> str:
    """Return who was the contact person last, empty when nobody was."""
    referent = last_referent(school)
    return str(referent.contact.user) if referent else ""


class WithoutReferentFilterSet(WagtailFilterSet):
    """What the office asks of the list."""

    state = ChoiceFilter(
        label=gettext_lazy("Contact person"),
        method="filter_state",
        empty_label=gettext_lazy("All"),
        choices=[(LAPSED, gettext_lazy("to confirm again")), (MISSING, gettext_lazy("never named"))],
    )

    class Meta:
        model = School
        fields = ["state", "order"]

    def filter_state(self, schools: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """Keep the sites that had one, or those that never had."""
        return schools.exclude(last_year="") if value == LAPSED else schools.filter(last_year="")


class ListWithoutReferent(TableIndexView):
    """Sites whose contact person nobody has confirmed this year."""

    page_title = gettext_lazy("Contact persons to confirm")

    def get_base_queryset(self) -> QuerySet[School]:
        """Only the sites that lack one."""
        return without_referent()

    def to_row_dict(self, item: Any) -> dict[str, Any]:
        """Say what the list says."""
        item.state, item.last, item.written_to = state_words(item), last_name(item), registry_address(item)
        row: dict[str, Any] = super().to_row_dict(item)
        return row

    def people_in(self, item: School) -> Iterable[traces.Shown]:
        """A row names the last contact person."""
        referent = last_referent(item)
        return [traces.Shown(item, user_id=referent.contact.user_id)] if referent else []

    @cached_property
    def header_buttons(self) -> list[Button]:
        """Write to all of them."""
        buttons: list[Button] = super().header_buttons
        if self.request.user.has_perm(REMIND):
            url = reverse("school_referents:remind")
            buttons = [*buttons, HeaderButton(_("Remind by mail…"), url=url, icon_name="mail")]
        return buttons


class RemindView(WagtailAdminTemplateMixin, TemplateView):
    """Say who is written to, then write."""

    template_name = "wagtailadmin/partners/remind_referents.html"
    page_title = gettext_lazy("Remind of the contact persons")
    header_icon = "mail"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Only for who may write to them."""
        require(request.user, REMIND)
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        """The way from the list to this page."""
        return [
            *self.breadcrumbs_items,
            {"url": reverse("school_referents:index"), "label": _("Contact persons to confirm")},
            {"url": "", "label": str(self.page_title)},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Count who would be written to."""
        year = this_school_year()
        last_years, teachers = len(waiting_for_mail()), waiting_to_be_asked().count()
        return {
            **super().get_context_data(**kwargs),
            "year": year,
            "deadline": confirmation_deadline(year),
            "is_late": is_late(year),
            "last_years": last_years,
            "teachers": teachers,
            "nobody": not last_years and not teachers,
        }

    def post(self, request: HttpRequest) -> HttpResponse:
        """Write, and say to how many."""
        people = ask_for_contact_persons(by=request.user)  # type: ignore[arg-type]
        if people:
            words = ngettext("%(count)s mail on its way.", "%(count)s mails on their way.", people)
            messages.success(request, words % {"count": people})
        else:
            messages.warning(request, _("Nobody to write to now: whoever could answer was asked this week."))
        return redirect("school_referents:index")


class WithoutReferentViewSet(StaffViewSet):
    """Which schools have no contact person this year, and what to do about it."""

    model = School
    # Teachers confirm; here one only looks and reminds.
    policy = ReadOnlyPolicy
    name = "school_referents"
    url_prefix = "referenti-scuole"
    icon = "user"
    menu_hook = menu.SCHOOLS
    menu_label = gettext_lazy("Contact persons to confirm")
    menu_order = 22
    empty_text = gettext_lazy(
        "Every school that you serve has its contact person for this year. Those that nobody confirms in "
        "September appear here, to be reminded by mail."
    )
    exclude_form_fields: list[str] = []
    inspect_view_enabled = False
    index_view_class = ListWithoutReferent
    search_fields = ["name", "code", "institute__name"]
    filterset_class = WithoutReferentFilterSet
    ordering = ["name", "code"]
    list_display = [
        TitleColumn("name", label=gettext_lazy("School"), sort_key="name", get_url=school_url),
        Column("get_order_display", label=gettext_lazy("Order"), sort_key="order"),
        Column("state", label=gettext_lazy("Contact person"), accessor=state_words, sort_key="last_year"),
        Column("last", label=gettext_lazy("Last one"), accessor=last_name),
        Column("institute", label=gettext_lazy("Institute")),
        Column("written_to", label=gettext_lazy("E-mail of the institute"), accessor=registry_address),
    ]
    list_export = [
        "code",
        "name",
        "get_order_display",
        "state",
        "last",
        "institute",
        "written_to",
    ]
    export_headings = {
        "get_order_display": gettext_lazy("Order"),
        "state": gettext_lazy("Contact person"),
        "last": gettext_lazy("Last one"),
        "written_to": gettext_lazy("E-mail of the institute"),
    }
    export_filename = "scuole-senza-referente"

    def get_urlpatterns(self) -> list[URLPattern]:
        """Add the mail."""
        remind: Any = self.construct_view(RemindView)
        return [*super().get_urlpatterns(), path("remind/", remind, name="remind")]
