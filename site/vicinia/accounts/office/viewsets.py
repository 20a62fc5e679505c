"""The administrator's screens of the people of the office, among the settings."""

from __future__ import annotations

from typing import Any

from django.contrib.admin.utils import quote
from django.db.models import QuerySet
from django.urls import URLPattern, path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import BooleanColumn, Column, DateColumn, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.widgets.button import Button
from wagtail.permission_policies import ModelPermissionPolicy

from vicinia.accounts.models import User
from vicinia.accounts.roles import Role
from vicinia.accounts.security.queries import has_factors
from vicinia.core import traces
from vicinia.core.staff.refusals import TellsRefusals
from vicinia.core.staff.tables import TableIndexView
from vicinia.core.staff.viewsets import StaffViewSet

from . import services
from .factors import FindAccount, RemoveFactors
from .forms import PersonForm
from .queries import office_people


class AdministratorsOnly(ModelPermissionPolicy):
    """No right to "change": one on people would open Wagtail's own screens, which make superusers."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        """Ask the table; nobody is deleted, the trail names them."""
        return action != "delete" and bool(user.has_perm("accounts.manage_user"))


def edit_url(person: User) -> str:
    """Return where a person is changed."""
    return reverse("office_people:edit", args=[quote(person.pk)])


def role_names(person: User) -> str:
    """Name the roles of a person."""
    labels = dict(Role.choices)
    return ", ".join(str(labels[group.name]) for group in person.groups.all() if group.name in labels)


class PersonFilterSet(WagtailFilterSet):
    """What the administrator asks of the list."""

    class Meta:
        model = User
        fields = ["is_active", "last_login"]


class ListPeople(TableIndexView):
    """People with their roles."""

    def get_base_queryset(self) -> QuerySet[User]:
        """Read the roles with the people."""
        return office_people().prefetch_related("groups")

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        """Offer the way back in for every account, of the office or not."""
        lost = Button(
            _("Lost the second step…"), url=reverse("office_people:find"), icon_name="key", priority=5
        )
        return [*super().header_more_buttons, lost]

    def to_row_dict(self, item: User) -> dict[str, Any]:
        """Name the roles."""
        return {**super().to_row_dict(item), "groups": role_names(item)}

    def people_in(self, item: User) -> list[traces.Shown]:
        """Each row is a person."""
        return [traces.Shown(item, user_id=item.pk)]


class WritesPerson(TellsRefusals):
    """Writes through the service; what it refuses is told on the form."""

    refusal_field = "roles"

    def save_instance(self) -> User:
        """Keep the person."""
        form = self.form  # type: ignore[attr-defined]
        person = form.save(commit=False)
        return services.save_person(person=person, roles=form.cleaned_data["roles"], by=self.request.user)  # type: ignore[attr-defined]


class CreatePerson(WritesPerson, generic.CreateView):
    """Somebody new."""

    def get_success_message(self, instance: User) -> str:
        """Say how the person gets in."""
        return _("%(name)s can enter: at the sign-in, «Forgotten password?» sends the link.") % {
            "name": instance
        }


class EditPerson(WritesPerson, generic.EditView):
    """A change of roles, or a farewell."""

    def get_queryset(self) -> QuerySet[User]:
        """Nobody outside the office."""
        return office_people()

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        """Offer to take the factors away of who has lost them."""
        buttons: list[Button] = super().header_more_buttons
        if has_factors(self.object):
            url = reverse("office_people:factors", args=[quote(self.object.pk)])
            lost = Button(_("Lost the second step…"), url=url, icon_name="key", priority=30)
            buttons = [*buttons, lost]
        return buttons

    def get_object(self, queryset: QuerySet[User] | None = None) -> User:
        """Find the person among those of the office."""
        person: User = super().get_object(queryset=office_people())
        traces.note(self.request, traces.Way.PAGE, [traces.Shown(person, user_id=person.pk)])
        return person


class OfficePeopleViewSet(StaffViewSet):
    """Who enters the admin."""

    model = User
    name = "office_people"
    url_prefix = "persone"
    icon = "group"
    add_to_settings_menu = True
    menu_label = gettext_lazy("People of the office")
    menu_order = 10
    empty_text = gettext_lazy("Here are the people of the office with their roles. Add the first one.")
    search_fields = ["first_name", "last_name", "email"]
    filterset_class = PersonFilterSet
    ordering = ["last_name", "first_name", "email"]
    list_display = [
        TitleColumn("__str__", label=gettext_lazy("Name"), sort_key="last_name", get_url=edit_url),
        Column("email", label=gettext_lazy("E-mail"), sort_key="email"),
        Column("roles", label=gettext_lazy("Roles"), accessor=role_names),
        BooleanColumn("is_active", label=gettext_lazy("Can sign in"), sort_key="is_active"),
        DateColumn("last_login", label=gettext_lazy("Last sign-in"), sort_key="last_login"),
    ]
    list_export = ["first_name", "last_name", "email", "groups", "is_active", "last_login"]
    export_headings = {"groups": gettext_lazy("Roles")}
    export_filename = "persone-ufficio"
    index_view_class = ListPeople
    add_view_class = CreatePerson
    edit_view_class = EditPerson

    @property
    def permission_policy(self) -> AdministratorsOnly:
        """Only administrators."""
        return AdministratorsOnly(self.model)

    def get_urlpatterns(self) -> list[URLPattern]:
        """Add the way back in of who has lost the second step."""
        factors, find = self.construct_view(RemoveFactors), self.construct_view(FindAccount)
        return [
            *super().get_urlpatterns(),
            path("factors/", find, name="find"),
            path("factors/<int:pk>/", factors, name="factors"),
        ]

    def get_form_class(self, for_update: bool = False) -> type[PersonForm]:
        """The same form for a new person and for a change."""
        return PersonForm


office_people_viewset = OfficePeopleViewSet()
