"""What the office does with several bodies at once, chosen in the list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin.views.bulk_action import BulkAction

from partners.confirmations.queries import with_confirmed_year
from partners.confirmations.services import ask_confirmation
from vicinia.accounts.rights.backend import require
from vicinia.core.state import StepRefused

from .models import Organisation
from .services import verify_organisation
from .viewsets import OrganisationIndexView, OrganisationViewSet


class OrganisationsAction(BulkAction):
    """One of the office's actions on the rows it has ticked; a list as long as the country is never "all"."""

    models = (Organisation,)
    template_name = "wagtailadmin/partners/bulk.html"
    permission = "partners.verify_organisation"
    question: Any = ""
    button: Any = ""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Ask the table of rights before naming a body."""
        require(request.user, self.permission)
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response

    def get_all_objects_in_listing_query(self, parent_id: str) -> QuerySet[Organisation, Any]:
        """Nothing: only what is ticked."""
        return Organisation.objects.none().values_list("pk", flat=True)

    def get_execution_context(self) -> dict[str, Any]:
        """Tell who acts."""
        return {"by": self.request.user}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Hand the words to the page."""
        words = {"title": self.aria_label, "question": self.question, "button": self.button}
        return {**super().get_context_data(**kwargs), **words}


class VerifyOrganisations(OrganisationsAction):
    """The office has checked these bodies."""

    display_name = _("Verify")
    aria_label = _("Verify the bodies ticked")
    action_type = "verify"
    action_priority = 10
    question = _(
        "Has the office checked these bodies? They will be able to show themselves in the directory, and "
        "are told by mail. Only those whose checks are all done are verified: the others stay as they are."
    )
    button = _("Yes, verify them")

    @classmethod
    def execute_action(cls, objects: Sequence[Organisation], **kwargs: Any) -> tuple[int, int]:
        """Verify those that can be; count them and the others."""
        done = 0
        for each in objects:
            try:
                verify_organisation(organisation=each, by=kwargs["by"])
            except StepRefused:
                continue
            done += 1
        return done, len(objects) - done

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str:
        """Tell how many were verified, and how many were already."""
        words = ngettext("%(done)d body verified.", "%(done)d bodies verified.", num_parent_objects)
        return words % {"done": num_parent_objects} + _left(num_child_objects)


class AskConfirmation(OrganisationsAction):
    """Write to these bodies that this year's data are to be confirmed."""

    display_name = _("Ask for confirmation")
    aria_label = _("Ask the bodies ticked to confirm their data")
    action_type = "ask_confirmation"
    action_priority = 20
    question = _(
        "A mail goes to each of these bodies. None goes to those that have confirmed this year, that nobody "
        "acts for, or that were asked less than a week ago."
    )
    button = _("Yes, write to them")

    @classmethod
    def execute_action(cls, objects: Sequence[Organisation], **kwargs: Any) -> tuple[int, int]:
        """Ask those that have still to confirm; count them and the others."""
        done = sum(ask_confirmation(organisation=each, by=kwargs["by"]) for each in objects)
        return done, len(objects) - done

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str:
        """Tell how many mails are on their way."""
        words = ngettext("%(done)d mail on its way.", "%(done)d mails on their way.", num_parent_objects)
        return words % {"done": num_parent_objects} + _left(num_child_objects)


class ExportOrganisations(OrganisationsAction):
    """The rows ticked as a file, with the columns of the list's own export."""

    display_name = _("Export")
    aria_label = _("Export the bodies ticked")
    action_type = "export"
    action_priority = 30
    permission = "partners.view_organisation"
    question = _("The file has these bodies, one a row, with the columns of the list's own export.")
    button = _("Download the file")

    def prepare_action(self, objects: Sequence[Organisation], objects_without_access: Any) -> HttpResponse:
        """Send the file instead of going back to the list."""
        view = OrganisationIndexView(
            list_export=OrganisationViewSet.list_export,
            export_headings=OrganisationViewSet.export_headings,
            export_filename=OrganisationViewSet.export_filename,
        )
        # The export leaves a trace of who took whose data.
        view.request = self.request
        ticked = Organisation.objects.filter(pk__in=[each.pk for each in objects])
        return view.as_spreadsheet(with_confirmed_year(ticked), view.FORMAT_CSV)


def _left(count: int) -> str:
    """Say how many were left as they were."""
    if not count:
        return ""
    words = ngettext(" %(left)d left as it was.", " %(left)d left as they were.", count)
    return words % {"left": count}
