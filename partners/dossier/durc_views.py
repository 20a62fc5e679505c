"""The office records a body's DURC."""

from __future__ import annotations

from typing import cast

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.widgets import AdminDateInput

from partners.organisations.staff_base import OrganisationScreen
from vicinia.accounts.models import User
from vicinia.core.files.services import FileRefused
from vicinia.core.formats import long_date

from .durc import record_durc
from .enums import DurcOutcome
from .services import CHECK


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


class RecordDurc(OrganisationScreen, FormView[DurcForm]):
    """Protocol number, date, outcome: the expiry is counted."""

    right = CHECK
    form_class = DurcForm
    template_name = "wagtailadmin/partners/dossier_durc.html"
    page_title = gettext_lazy("Record the DURC")
    header_icon = "doc-full"

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
