"""What the schools office does with a request: it confirms, refuses with a reason, or ends a link."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from partners.schools.enums import CONTACT_STEPS, ContactStatus
from partners.schools.models import SchoolContact
from vicinia.accounts.rights.backend import require
from vicinia.core import traces
from vicinia.core.components import Fact
from vicinia.core.personal_data_forms import ReasonForm
from vicinia.core.staff.inspect import StaffInspectView
from vicinia.core.state import StepRefused

from . import screens, services

DECIDE = "partners.decide_schoolcontact"


class InspectSchoolContact(StaffInspectView):
    """A person of a school: how far they are, what can be done, how to reach them."""

    def get_page_subtitle(self) -> str:
        """Name the person."""
        return str(self.object.user)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Show the state and its steps on top."""
        contact: SchoolContact = self.object
        traces.note(self.request, traces.Way.PAGE, [traces.Shown(contact, user_id=contact.user_id)])
        status, decides = ContactStatus(contact.status), self.request.user.has_perm(DECIDE)
        closing = {ContactStatus.REFUSED, ContactStatus.REVOKED}
        return {
            **super().get_context_data(**kwargs),
            "contact": contact,
            "badge": screens.contact_badge(contact),
            "can_approve": decides and CONTACT_STEPS.allows(status, ContactStatus.CONFIRMED),
            "can_close": decides and any(CONTACT_STEPS.allows(status, target) for target in closing),
        }

    def facts(self) -> list[Fact]:
        """Return what the office needs to decide."""
        contact: SchoolContact = self.object
        return screens.contact_facts(contact, school_url=reverse("schools:inspect", args=[contact.school_id]))


class RefusalForm(ReasonForm):
    """Why: the person reads it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].help_text = _(
            "The person reads it in their reserved area and in a mail. No names and no data about pupils."
        )


class RefuseAccess(WagtailAdminTemplateMixin, FormView[RefusalForm]):
    """Ask the reason, say what follows, refuse or end."""

    form_class = RefusalForm
    template_name = "wagtailadmin/partners/refuse_access.html"
    page_title = gettext_lazy("Refuse or end the access")
    header_icon = "warning"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Only for who decides."""
        require(request.user, DECIDE)
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def contact(self) -> SchoolContact:
        """The person's link to the school."""
        return get_object_or_404(SchoolContact.objects.select_related("user", "school"), pk=self.kwargs["pk"])

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """The way from the list to this page."""
        return [
            *super().get_breadcrumbs_items(),
            {"url": reverse("school_contacts:index"), "label": _("People of the schools")},
            {
                "url": reverse("school_contacts:inspect", args=[self.contact.pk]),
                "label": str(self.contact.user),
            },
            {"url": "", "label": self.page_title},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Name the person and the way back."""
        traces.note(self.request, traces.Way.PAGE, [traces.Shown(self.contact, user_id=self.contact.user_id)])
        return {
            **super().get_context_data(**kwargs),
            "contact": self.contact,
            "is_confirmed": self.contact.status == ContactStatus.CONFIRMED,
            "back_url": reverse("school_contacts:inspect", args=[self.contact.pk]),
        }

    def form_valid(self, form: Any) -> HttpResponse:
        """Refuse through the service."""
        try:
            services.refuse_access(
                contact=self.contact,
                reason=form.cleaned_data["reason"],
                by=self.request.user,  # type: ignore[arg-type]
            )
        except ValidationError as refusal:
            form.add_error(None, refusal)
            return self.form_invalid(form)
        except StepRefused as refusal:
            messages.error(self.request, str(refusal))
        else:
            messages.success(self.request, _("Done: the person is told, with the reason."))
        return redirect("school_contacts:inspect", self.contact.pk)


@require_POST
def approve(request: HttpRequest, pk: int) -> HttpResponse:
    """Confirm that the person works in the school."""
    contact = get_object_or_404(SchoolContact, pk=pk)
    try:
        services.approve_access(contact=contact, by=request.user)  # type: ignore[arg-type]
    except StepRefused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Confirmed: the person is told by mail."))
    return redirect("school_contacts:inspect", pk)
