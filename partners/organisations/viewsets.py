"""The office's screens of organisations, in the menu group "Enti"."""

from __future__ import annotations

from typing import Any

from django.contrib.admin.utils import quote
from django.db.models import Exists, OuterRef, QuerySet
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django_filters import BooleanFilter, ChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import BulkActionsCheckboxColumn, Column, StatusTagColumn, TitleColumn
from wagtail.admin.widgets import BooleanRadioSelect
from wagtail.admin.widgets.button import Button, HeaderButton

from partners.claims.queries import with_waiting_claims
from partners.claims.staff_views import DecideClaim, proof
from partners.confirmations.queries import lapsed, with_confirmed_year
from partners.merging.staff_views import DuplicatesView, MergeView, UndoMergeView
from partners.officers.staff_views import AddOfficer, EditOfficer, RemoveOfficer
from partners.timeline.staff_views import TimelineView
from partners.verification.queries import answered_since
from partners.verification.staff_views import AskView, CheckView, VerificationView
from vicinia.core.staff import menu
from vicinia.core.staff.policies import KeptPolicy
from vicinia.core.staff.tables import TableIndexView
from vicinia.core.staff.viewsets import StaffViewSet

from .enums import OrganisationStatus
from .forms import ProfileForm, StaffRegisterForm
from .models import Membership, Organisation, OrganisationQuerySet
from .staff_views import (
    CreateOrganisation,
    EditOrganisation,
    InspectOrganisation,
    SuspendOrganisation,
    readmit,
    verify,
)


def inspect_url(organisation: Organisation) -> str:
    """Return the address of the office's page of a body."""
    return reverse("organisations:inspect", args=[quote(organisation.pk)])


class OrganisationFilterSet(WagtailFilterSet):
    """What the office asks of the list."""

    waits_for = ChoiceFilter(
        label=_("Waits for the office"),
        choices=[("answer", _("It has answered a question")), ("claim", _("Somebody asks to act for it"))],
        method="of_those_that_wait",
    )

    def of_those_that_wait(
        self, organisations: OrganisationQuerySet, name: str, value: str
    ) -> OrganisationQuerySet:
        """Keep the bodies for which the office has something to read or to decide."""
        return answered_since(organisations) if value == "answer" else with_waiting_claims(organisations)

    has_members = BooleanFilter(
        label=_("Has people who act for it"), method="filter_members", widget=BooleanRadioSelect
    )
    has_lapsed = BooleanFilter(
        label=_("Data not confirmed in time"), method="filter_lapsed", widget=BooleanRadioSelect
    )

    class Meta:
        model = Organisation
        fields = ["status", "legal_form", "runts_section", "topics", "target_groups", "created_at"]

    def filter_members(self, rows: QuerySet[Organisation], _name: str, value: bool) -> QuerySet[Organisation]:
        """Keep the bodies that somebody acts for, or those that nobody does."""
        someone = Exists(Membership.objects.filter(organisation=OuterRef("pk")))
        return rows.filter(someone if value else ~someone)

    def filter_lapsed(self, rows: QuerySet[Organisation], _name: str, value: bool) -> QuerySet[Organisation]:
        """Keep the bodies whose data are older than the register's year, or the others."""
        condition = lapsed(timezone.localdate())
        return rows.filter(condition if value else ~condition)


class OrganisationIndexView(TableIndexView):
    """The list, with the last year that each body has confirmed."""

    template_name = "wagtailadmin/partners/organisations.html"

    def get_base_queryset(self) -> QuerySet[Organisation]:
        """Read the year with the bodies."""
        return with_confirmed_year(super().get_base_queryset())

    @cached_property
    def header_buttons(self) -> list[Button]:
        """Offer the bodies registered twice to who may make one of them."""
        buttons: list[Button] = super().header_buttons
        if self.request.user.has_perm("partners.merge_organisation"):
            duplicates = reverse("organisations:duplicates")
            buttons = [*buttons, HeaderButton(_("Possible duplicates"), url=duplicates, icon_name="copy")]
        return buttons


class OrganisationViewSet(StaffViewSet):
    """List, page, data of each body. Bodies are suspended, never deleted."""

    model = Organisation
    # Bodies are never deleted.
    policy = KeptPolicy
    name = "organisations"
    url_prefix = "enti"
    icon = "group"
    menu_hook = menu.ORGANISATIONS
    menu_label = _("Organisations")
    menu_order = 10
    empty_text = _(
        "Here are the associations and the other bodies that apply to calls or take part in projects. "
        "They register from the site; you can also register one that asks by phone or on paper."
    )
    inspect_view_enabled = True
    search_fields = ["name", "tax_code", "email", "pec", "city", "runts_number"]
    filterset_class = OrganisationFilterSet
    index_view_class = OrganisationIndexView
    index_template_name = OrganisationIndexView.template_name
    ordering = ["name", "pk"]
    list_display = [
        BulkActionsCheckboxColumn("bulk_actions", obj_type="organisation"),
        TitleColumn(
            "name",
            label=_("Name"),
            sort_key="name",
            get_url=inspect_url,
            # The tick of a row is named by it.
            get_title_id=lambda organisation: f"organisation_{organisation.pk}_title",
        ),
        Column("get_legal_form_display", label=_("Legal form"), sort_key="legal_form"),
        Column("tax_code", label=_("Tax code"), sort_key="tax_code"),
        Column("city", label=_("Town"), sort_key="city"),
        StatusTagColumn(
            "get_status_display",
            label=_("Status"),
            sort_key="status",
            primary=lambda organisation: organisation.status == OrganisationStatus.VERIFIED,
        ),
        Column("runts_number", label=_("RUNTS"), sort_key="runts_number"),
        Column(
            "confirmed_year",
            label=_("Confirmed"),
            # A text: as a number it would get the dot of the thousands.
            accessor=lambda organisation: str(organisation.confirmed_year or ""),
        ),
    ]
    list_export = [
        "name",
        "get_legal_form_display",
        "tax_code",
        "vat_number",
        "runts_number",
        "get_runts_section_display",
        "runts_date",
        "email",
        "pec",
        "phone",
        "address",
        "postcode",
        "city",
        "website",
        "get_status_display",
        "confirmed_year",
        "created_at",
    ]
    export_headings = {
        "get_legal_form_display": _("Legal form"),
        "get_runts_section_display": _("RUNTS section"),
        "get_status_display": _("Status"),
        "confirmed_year": _("Confirmed"),
    }
    export_filename = "enti"
    add_view_class = CreateOrganisation
    edit_view_class = EditOrganisation
    inspect_view_class = InspectOrganisation
    inspect_template_name = "wagtailadmin/partners/organisation.html"

    def get_form_class(self, for_update: bool = False) -> Any:
        """The tax code is asked once."""
        return ProfileForm if for_update else StaffRegisterForm

    def get_urlpatterns(self) -> list[URLPattern]:
        """Add the steps of a body's status."""
        suspend = self.construct_view(SuspendOrganisation)
        return [
            *super().get_urlpatterns(),
            path("verify/<int:pk>/", verify, name="verify"),
            path("readmit/<int:pk>/", readmit, name="readmit"),
            path("suspend/<int:pk>/", suspend, name="suspend"),
            path("duplicates/", self.construct_view(DuplicatesView), name="duplicates"),
            path("merge/<int:pk>/", self.construct_view(MergeView), name="merge"),
            path("undo-merge/<int:pk>/", self.construct_view(UndoMergeView), name="undo_merge"),
            path("verification/<int:pk>/", self.construct_view(VerificationView), name="verification"),
            path("check/<int:pk>/", self.construct_view(CheckView), name="check"),
            path("officer-add/<int:pk>/", self.construct_view(AddOfficer), name="officer_add"),
            path("officer/<int:pk>/", self.construct_view(EditOfficer), name="officer"),
            path("officer-remove/<int:pk>/", self.construct_view(RemoveOfficer), name="officer_remove"),
            path("timeline/<int:pk>/", self.construct_view(TimelineView), name="timeline"),
            path("ask/<int:pk>/", self.construct_view(AskView), name="ask"),
            path("claim/<int:pk>/", self.construct_view(DecideClaim), name="claim"),
            path("claim-file/<int:pk>/", proof, name="claim_file"),
        ]


organisation_viewset = OrganisationViewSet()
