"""The forms of an import: the file, the columns, which rows to write."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from vicinia.core.formats import whole
from vicinia.core.imports.importable import Importable

from .enums import Choice
from .models import ImportRun

ACCEPTED = ".csv,.txt,.tsv,.xlsx,.zip,.gz"


class FileForm(forms.Form):
    """The file to import."""

    file = forms.FileField(
        label=gettext_lazy("File to import"),
        help_text=gettext_lazy(
            "CSV or Excel (.xlsx), also compressed (.zip, .gz). An old Excel file (.xls): save it as .xlsx."
        ),
        allow_empty_file=True,
        max_length=None,
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
    )
    # The last thing that the browser sends: without it the connection was lost while the file was coming.
    complete = forms.BooleanField(widget=forms.HiddenInput, initial="1", required=False)

    def clean(self) -> dict[str, Any]:
        """Refuse a file that did not come whole."""
        if self.cleaned_data.get("file") and not self.cleaned_data.get("complete"):
            raise forms.ValidationError(
                _("The file did not arrive whole: the connection was lost. Nothing was kept: send it again.")
            )
        return self.cleaned_data


class ColumnsForm(forms.Form):
    """Which column of the file holds what."""

    def __init__(self, *args: Any, run: ImportRun, importable: Importable, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.importable = importable
        columns = [(name, with_samples(name, samples)) for name, samples in run.columns]
        for number, column in enumerate(importable.columns):
            nothing = _("Choose a column") if column.is_required else _("Not in the file")
            self.fields[f"column_{number}"] = forms.ChoiceField(
                label=str(column.label),
                help_text=str(column.help),
                choices=[("", nothing), *columns],
                required=column.is_required,
                error_messages={"required": _("Say which column of the file holds this.")},
            )

    def mapping(self) -> dict[str, str]:
        """Return the file's column for each column of the import that has one."""
        chosen = {
            column.name: self.cleaned_data[f"column_{number}"]
            for number, column in enumerate(self.importable.columns)
        }
        return {name: column for name, column in chosen.items() if column}

    @staticmethod
    def initial_of(mapping: dict[str, str], importable: Importable) -> dict[str, str]:
        """Return the form's first values for a mapping."""
        return {
            f"column_{number}": mapping.get(column.name, "")
            for number, column in enumerate(importable.columns)
        }


class ChoiceForm(forms.Form):
    """All the rows or none, or the good ones; what the check found is accepted here."""

    choice = forms.ChoiceField(label=gettext_lazy("Which rows to write"), widget=forms.RadioSelect)
    is_accepted = forms.BooleanField(label=gettext_lazy("I have checked: it is right so"))

    def __init__(self, *args: Any, run: ImportRun, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not run.caution:
            del self.fields["is_accepted"]
        good: list[tuple[str, str]] = [(Choice.GOOD, good_words(run))]
        every = [(Choice.ALL, _("All or none: either the whole file is written, or nothing is"))]
        field = self.fields["choice"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for the type checker
        field.choices = good if run.refused else [*every, *good]
        field.initial = Choice.GOOD if run.refused else Choice.ALL


def good_words(run: ImportRun) -> str:
    """Say what writing the good rows means for this file."""
    if not run.refused:
        return _("The good rows only: what cannot be written is left out and told")
    return ngettext(
        "The good rows only: the refused row is left out, it is in the file of the errors",
        "The good rows only: the %(number)s refused rows are left out, they are in the file of the errors",
        run.refused,
    ) % {"number": whole(run.refused)}


def with_samples(name: str, samples: list[str]) -> str:
    """Name a column with some of its values: `nome_comune (MILANO, ROMA, CANDIOLO)`."""
    return f"{name} ({', '.join(samples)})" if samples else name
