"""What the office's screens of agreements have alike: a right, the way to them and back, one form's page."""

from __future__ import annotations

from typing import Any, ClassVar, Generic, TypeVar

from django.core.exceptions import ValidationError
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext as _
from django.views.generic import FormView, View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from partners.organisations.models import Organisation
from vicinia.accounts.models import User
from vicinia.accounts.rights.backend import require
from vicinia.core.components import Link
from vicinia.core.state import StepRefused

from .models import Agreement

Form = TypeVar("Form", bound=BaseForm)


def agreement_url(agreement: Agreement) -> str:
    """Return the address of the office's page of an agreement."""
    return reverse("agreements:inspect", args=[agreement.pk])


class OfficeScreen(WagtailAdminTemplateMixin, View):
    """A screen for who has the `right`; put it before Django's view."""

    right: ClassVar[str]
    header_icon = "tasks"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Only for who has the right."""
        require(request.user, self.right)
        return super().dispatch(request, *args, **kwargs)

    @property
    def back_url(self) -> str:
        """Where leaving everything as it is leads."""
        return reverse("agreements:index")

    def way(self) -> list[dict[str, str]]:
        """The steps between the list and this page."""
        return []

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        """The way from the list to this page."""
        return [
            *self.breadcrumbs_items,
            {"url": reverse("agreements:index"), "label": _("Agreements and payments")},
            *self.way(),
            {"url": "", "label": str(self.page_title), "sublabel": self.get_page_subtitle()},
        ]


class AgreementScreen(OfficeScreen):
    """A screen about the agreement of the address."""

    @cached_property
    def agreement(self) -> Agreement:
        """The agreement of the address."""
        return get_object_or_404(Agreement.objects.select_related("organisation"), pk=self.kwargs["pk"])

    @property
    def organisation(self) -> Organisation:
        """The body of the agreement."""
        return self.agreement.organisation

    @property
    def back_url(self) -> str:
        """The office's page of the agreement."""
        return agreement_url(self.agreement)

    def get_page_subtitle(self) -> str:
        """Name the agreement."""
        return str(self.agreement)

    def way(self) -> list[dict[str, str]]:
        """Through the agreement's page."""
        return [{"url": self.back_url, "label": str(self.agreement)}]


class WritingView(OfficeScreen, FormView[Form], Generic[Form]):
    """A form whose service may refuse: at its field, nothing lost, or because things changed meanwhile."""

    template_name = "wagtailadmin/partners/agreement_form.html"
    # What follows, before the form; the words of the button; whether it is for good.
    intro: str | Promise = ""
    submit_label: str | Promise
    is_for_good = False

    def write(self, form: Form, by: User) -> str:
        """Call the service and return what to say."""
        raise NotImplementedError

    def warning(self) -> str:
        """Say what to look at before, if there is something."""
        return ""

    def other_way(self) -> Link | None:
        """Another thing to do instead, if there is one."""
        return None

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Hand the words to the page."""
        return {
            **super().get_context_data(**kwargs),
            "back_url": self.back_url,
            "intro": self.intro,
            "submit_label": self.submit_label,
            "is_for_good": self.is_for_good,
            "warning": self.warning(),
            "other_way": self.other_way(),
        }

    def form_valid(self, form: Form) -> HttpResponse:
        """Write, or say why not."""
        by: User = self.request.user  # type: ignore[assignment]
        try:
            said = self.write(form, by)
        except ValidationError as refusal:
            form.add_error(None, refusal)
            return self.form_invalid(form)
        except StepRefused as refusal:
            messages.error(self.request, str(refusal))
        else:
            messages.success(self.request, said)
        return redirect(self.back_url)
