"""The office records a body's DURC."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.widgets import AdminDateInput

from partners.organisations.models import Organisation
from vicinia.accounts.models import User
from vicinia.core.files.services import FileRefused
from vicinia.core.formats import long_date

from .durc import record_durc
from .enums import DurcOutcome
from .staff_views import CheckingView


class DurcForm(forms.Form):
    """What the institutes answered."""

    protocol = forms.CharField(
        label=gettext_lazy("Protocol number"),
        max_length=80,
        help_text=gettext_lazy("As it stands on the answer, such as «INAIL_41877123»."),
    )
    requested_on = forms.DateField(
        label=gettext_lazy("Date of the request"),
        widget=AdminDateInput,
        help_text=gettext_lazy("It counts for 120 days from this date."),
    )
    outcome = forms.ChoiceField(
        label=gettext_lazy("Outcome"), choices=DurcOutcome.choices, widget=forms.RadioSelect
    )
    file = forms.FileField(
        label=gettext_lazy("File"),
        required=False,
        help_text=gettext_lazy("The PDF of the answer, if you want to keep it here."),
        error_messages={"empty": gettext_lazy("The file is empty: choose it again.")},
    )


class RecordDurc(CheckingView):
    """Protocol number, date, outcome: the expiry is counted."""

    form_class = DurcForm
    template_name = "wagtailadmin/partners/dossier_durc.html"
    page_title = gettext_lazy("Record the DURC")

    @cached_property
    def organisation(self) -> Organisation:
        """The body that it is about."""
        return get_object_or_404(Organisation, pk=self.kwargs["pk"])

    def get_page_subtitle(self) -> str:
        """Name the body."""
        return self.organisation.name

    @property
    def back_url(self) -> str:
        """The body's page."""
        return reverse("organisations:inspect", args=[self.organisation.pk])

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        """The way from the list of bodies to this page."""
        name = self.organisation.name
        return [
            *self.breadcrumbs_items,
            {"url": reverse("organisations:index"), "label": _("Organisations")},
            {"url": self.back_url, "label": name},
            {"url": "", "label": str(self.page_title), "sublabel": name},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Name the body and the way back."""
        return {
            **super().get_context_data(**kwargs),
            "organisation": self.organisation,
            "back_url": self.back_url,
        }

    def form_valid(self, form: DurcForm) -> HttpResponse:
        """Record through the service; what is refused is told at its field."""
        data = form.cleaned_data
        try:
            version = record_durc(
                organisation=self.organisation,
                protocol=data["protocol"],
                requested_on=data["requested_on"],
                outcome=DurcOutcome(data["outcome"]),
                upload=data["file"],
                by=cast(User, self.request.user),
            )
        except FileRefused as refusal:
            form.add_error("file", str(refusal))
        except ValidationError as refusal:
            # The service speaks of the day of issue: here it is that of the request.
            wrong = refusal.message_dict
            form.add_error(
                None, ValidationError({_FIELDS.get(name, name): text for name, text in wrong.items()})
            )
        if form.errors:
            return self.form_invalid(form)
        assert version.expires_on is not None  # noqa: S101 - a DURC is counted
        messages.success(
            self.request,
            _("DURC of «%(name)s» recorded: it counts until %(day)s.")
            % {"name": self.organisation.name, "day": long_date(version.expires_on)},
        )
        return redirect(self.back_url)


_FIELDS = {"issued_on": "requested_on", "reference": "protocol"}
