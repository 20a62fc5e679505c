"""What the staff's lists do alike: exports that run nothing, an empty list that explains itself."""

from __future__ import annotations

from typing import Any

from django.utils.functional import Promise
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permission_policies.base import BasePermissionPolicy

from .deletion import StaffDeleteView
from .inspect import StaffInspectView
from .tables import TableIndexView


class StaffViewSet(ModelViewSet):
    """Wagtail's screens of a model, with our list. `index_view_class` must descend from `TableIndexView`."""

    # Who may do what with the records: ours narrow what the table of rights says (`policies`).
    policy: type[BasePermissionPolicy] = ModelPermissionPolicy
    index_view_class: type[TableIndexView] = TableIndexView
    delete_view_class: type[generic.DeleteView] = StaffDeleteView
    inspect_view_class: type[generic.InspectView] = StaffInspectView
    inspect_template_name: str = StaffInspectView.template_name
    inspect_view_fields_exclude: list[str] = ["id"]
    # What the office copies has a button of its own; most records are on no page, and none is in the index
    # of pages: the database searches them.
    copy_view_enabled = False
    add_to_reference_index = False
    search_backend_name: str | None = None
    list_per_page = 50
    # Said when there is nothing yet: what would be here and how it starts.
    empty_text: str | Promise = ""

    @property
    def permission_policy(self) -> BasePermissionPolicy:
        """Ask the policy about this kind of records."""
        return self.policy(self.model)

    def get_index_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Hand the sentence to the list."""
        given: dict[str, Any] = super().get_index_view_kwargs(**kwargs)
        return {**given, "empty_text": self.empty_text}
