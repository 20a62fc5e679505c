"""The office's register of agreements and payments, in the menu group "Enti"."""

from __future__ import annotations

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, StatusTagColumn, TitleColumn

from vicinia.core.clock import database_day
from vicinia.core.formats import euro, short_date
from vicinia.core.staff import menu
from vicinia.core.staff.policies import KeptPolicy
from vicinia.core.staff.tables import TodaysIndexView
from vicinia.core.staff.viewsets import StaffViewSet

from .enums import AgreementKind, Standing
from .models import Agreement, AgreementQuerySet
from .payment_views import AnnulPayment, NotePaid, OrderPayment
from .queries import in_standing, with_payments_to_make, with_something_left
from .staff_base import agreement_url
from .staff_views import (
    AnnulAgreement,
    ChooseBody,
    CloseAgreement,
    EditAgreement,
    InspectAgreement,
    RegisterAgreement,
    ReopenAgreement,
)
from .words import amount_text, badge

MONEY = {"left": with_something_left, "to_pay": with_payments_to_make}


def state_label(agreement: Agreement) -> str:
    """Say where an agreement stands today."""
    return str(badge(agreement, agreement.today).text)  # type: ignore[attr-defined]


def sum_text(name: str) -> Any:
    """Return what writes one of the sums read with an agreement; a dash where there is no money."""
    return lambda agreement: "–" if agreement.amount is None else euro(getattr(agreement, name))


class AgreementFilterSet(WagtailFilterSet):
    """What the office asks of the list."""

    standing = django_filters.ChoiceFilter(
        label=_("State"), choices=Standing.choices, method="filter_standing", empty_label=_("All")
    )
    kind = django_filters.ChoiceFilter(label=_("Kind"), choices=AgreementKind.choices, empty_label=_("All"))
    money = django_filters.ChoiceFilter(
        label=_("Money"),
        choices=[
            ("left", _("Something is left to order")),
            ("to_pay", _("Something is ordered and not paid")),
        ],
        method="filter_money",
        empty_label=_("All"),
    )
    act_date = django_filters.DateFromToRangeFilter(label=_("Date of the act"), widget=DateRangePickerWidget)

    class Meta:
        model = Agreement
        fields = ["standing", "kind", "money", "act_date"]

    def filter_standing(self, rows: QuerySet[Agreement], name: str, value: str) -> QuerySet[Agreement]:
        """Keep the agreements that stand so today."""
        return in_standing(rows, value, database_day())

    def filter_money(self, rows: QuerySet[Agreement], name: str, value: str) -> QuerySet[Agreement]:
        """Keep the agreements whose money stands so."""
        return MONEY[value](rows)


class AgreementIndex(TodaysIndexView):
    """With whom, what, until when, how much and how far the money is."""

    def state_of(self, row: Any) -> str:
        """Say it as the column does."""
        return state_label(row)

    def get_base_queryset(self) -> QuerySet[Agreement]:
        """Read bodies and sums in the same query."""
        rows: AgreementQuerySet = super().get_base_queryset()
        return rows.with_sums().select_related("organisation")


class AgreementViewSet(StaffViewSet):
    """Register of agreements with their payments. They are closed or annulled, never deleted."""

    model = Agreement
    policy = KeptPolicy
    name = "agreements"
    url_prefix = "accordi"
    icon = "tasks"
    menu_hook = menu.ORGANISATIONS
    menu_label = _("Agreements and payments")
    menu_order = 15
    empty_text = _(
        "Here are the agreements with bodies and the contributions granted to them, each with its act and "
        "what was paid. Register the first: choose the body, then write what the act says."
    )
    form_fields = ["subject"]
    inspect_view_enabled = True
    search_fields = ["subject", "act_number", "cup", "organisation__name", "organisation__tax_code"]
    filterset_class = AgreementFilterSet
    ordering = ["-act_date", "-pk"]
    list_display = [
        TitleColumn("subject", label=_("Subject"), sort_key="subject", get_url=agreement_url),
        Column("organisation", label=_("Organisation"), sort_key="organisation__name"),
        Column(
            "ends_on",
            label=_("Until"),
            accessor=lambda agreement: short_date(agreement.ends_on) if agreement.ends_on else "–",
            sort_key="ends_on",
        ),
        Column("amount", label=_("Amount"), classname="v-nowrap", accessor=amount_text, sort_key="amount"),
        Column("ordered", label=_("Ordered"), classname="v-nowrap", accessor=sum_text("ordered")),
        Column("paid", label=_("Paid"), classname="v-nowrap", accessor=sum_text("paid")),
        StatusTagColumn(
            "standing",
            label=_("State"),
            accessor=state_label,
            primary=lambda agreement: agreement.is_active,
        ),
    ]
    list_export = [
        "subject",
        "organisation.name",
        "organisation.tax_code",
        "get_kind_display",
        "law",
        "act_number",
        "act_date",
        "signed_on",
        "starts_on",
        "ends_on",
        "cup",
        "amount",
        "ordered",
        "paid",
        "state",
        "status_reason",
    ]
    export_headings = {
        "organisation.name": _("Organisation"),
        "organisation.tax_code": _("Tax code"),
        "get_kind_display": _("Kind"),
        "law": _("Legal basis"),
        "ordered": _("Ordered"),
        "paid": _("Paid"),
        "state": _("State"),
    }
    export_filename = "accordi"
    index_view_class = AgreementIndex
    add_view_class = ChooseBody
    edit_view_class = EditAgreement
    inspect_view_class = InspectAgreement
    inspect_template_name = "wagtailadmin/partners/agreement.html"

    def get_urlpatterns(self) -> list[URLPattern]:
        """Add the form of a chosen body, the steps of an agreement, its payments."""
        construct: Any = self.construct_view
        return [
            *super().get_urlpatterns(),
            path("register/<int:pk>/", construct(RegisterAgreement), name="register"),
            path("close/<int:pk>/", construct(CloseAgreement), name="close"),
            path("annul/<int:pk>/", construct(AnnulAgreement), name="annul"),
            path("reopen/<int:pk>/", construct(ReopenAgreement), name="reopen"),
            path("pay/<int:pk>/", construct(OrderPayment), name="pay"),
            path("payment/<int:pk>/", construct(NotePaid), name="payment"),
            path("payment-annul/<int:pk>/", construct(AnnulPayment), name="payment_annul"),
        ]


agreement_viewset = AgreementViewSet()
