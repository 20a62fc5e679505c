"""What is asked beside a document; the rules are the service's, the form only asks."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.core.validators import URLValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .catalogue import Kind
from .details import Details

# Fields that a type of document asks for, and those among them that may stay empty.
REFERENCE_FIELDS = ("year", "link", "reference")
FILE_FIELDS = ("file", "reference", "issued_on", "expires_on")


def date_input() -> forms.DateInput:
    """The browser's own calendar."""
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class UploadForm(forms.Form):
    """The fields that this type of document needs, and no others."""

    file = forms.FileField(
        label=gettext_lazy("File"),
        error_messages={
            "required": gettext_lazy("Choose the file, then press the button."),
            "empty": gettext_lazy("The file is empty: choose it again."),
        },
    )
    year = forms.IntegerField(
        label=gettext_lazy("Year"), error_messages={"required": gettext_lazy("Write the year.")}
    )
    link = forms.URLField(
        label=gettext_lazy("Address of its page, if you know it"),
        max_length=300,
        required=False,
        assume_scheme="https",
        validators=[URLValidator(schemes=["http", "https"])],
    )
    issued_on = forms.DateField(
        label=gettext_lazy("Date of the document"), required=False, widget=date_input()
    )
    expires_on = forms.DateField(label=gettext_lazy("Valid until"), required=False, widget=date_input())
    reference = forms.CharField(max_length=80, required=False)

    def __init__(self, *args: Any, kind: Kind, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        wanted = {*(REFERENCE_FIELDS if kind.is_reference else FILE_FIELDS)}
        if kind.expiry in {"counted", "never"}:
            wanted.discard("expires_on")
        for name in set(self.fields) - wanted:
            del self.fields[name]
        self.fields["reference"].label = str(kind.reference_label)
        if "file" in wanted:
            self._describe_file(kind)
        if "issued_on" in wanted:
            self.fields["issued_on"].required = kind.expiry == "counted"
        if "expires_on" in wanted:
            is_needed = kind.expiry == "asked"
            self.fields["expires_on"].required = is_needed
            self.fields["expires_on"].help_text = (
                _("The last day, as it stands on the document.")
                if is_needed
                else _("Leave it empty if it has no end.")
            )

    def details(self) -> Details:
        """Return what was written beside the file."""
        return Details(**{name: value for name, value in self.cleaned_data.items() if name != "file"})

    def _describe_file(self, kind: Kind) -> None:
        formats = ", ".join(str(each.label) for each in kind.formats)
        self.fields["file"].widget.attrs["accept"] = kind.accept
        self.fields["file"].help_text = _("%(formats)s, at most %(limit)s MB.") % {
            "formats": formats,
            "limit": settings.UPLOAD_MAX_MB,
        }
