"""The list of bodies admitted to the five per mille (DPCM 23 July 2020), as it is published."""

from __future__ import annotations

from typing import Any

from import_export.fields import Field
from import_export.widgets import Widget

from vicinia.core.imports.resource import TableResource, TextWidget, Values

from .enums import LegalForm
from .models import Organisation
from .tax_code import clean_tax_code, validate_tax_code

# Flags of the list, the first that is marked decides.
FORMS = (("comuni", LegalForm.PUBLIC_BODY), ("ets_e_onlus", LegalForm.OTHER_ETS))
MARK = "X"


class TaxCodeWidget(Widget):
    """A tax code; a spreadsheet may have taken the zeros before a body's number."""

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> str:
        """Return the code; raise ValidationError when its check character is wrong."""
        code = clean_tax_code(value or "")
        if code.isdigit() and len(code) < 11:
            code = code.zfill(11)
        if code:
            validate_tax_code(code)
        return code


class LegalFormWidget(Widget):
    """The legal form that the flags of the row tell."""

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> str:
        """Return the form of the first flag that is marked."""
        marked = (form for column, form in FORMS if row.get(column, "").strip().upper() == MARK)
        return str(next(marked, LegalForm.NON_ETS))


class FivePerMilleResource(TableResource):
    """Name, town and kind of each body, by tax code."""

    model = Organisation
    key = "tax_code"
    also_read = ("created_by", "email")

    tax_code = Field("tax_code", "codice_fiscale", TaxCodeWidget())
    name = Field("name", "denominazione", TextWidget(200))
    city = Field("city", "nome_comune", TextWidget(100))
    legal_form = Field("legal_form", "ets_e_onlus", LegalFormWidget())

    def merge(self, known: Values, given: Values) -> Values:
        """A body that somebody registered, or wrote in since, says who it is; the list corrects its own rows.

        No list gives an e-mail address, and no form does without: where there is one, a person wrote it.
        """
        return known if known["created_by"] is not None or known["email"] else given
