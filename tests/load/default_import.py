"""The same import through django-import-export's own path: the peer of `organisations.import`.

python -m tests.load.default_import FILE.csv      prints the seconds of the confirming pass
"""

import json
import sys
import time
from pathlib import Path

import django

django.setup()

from import_export.fields import Field  # noqa: E402
from import_export.resources import ModelResource  # noqa: E402
from tablib import Dataset  # noqa: E402

from partners.organisations.imports import LegalFormWidget, TaxCodeWidget  # noqa: E402
from partners.organisations.models import Organisation  # noqa: E402
from vicinia.core.imports.resource import TextWidget  # noqa: E402


class DefaultResource(ModelResource):
    """The same columns and widgets, as the library's guide declares them."""

    tax_code = Field("tax_code", "codice_fiscale", TaxCodeWidget())
    name = Field("name", "denominazione", TextWidget(200))
    city = Field("city", "nome_comune", TextWidget(100))
    legal_form = Field("legal_form", "ets_e_onlus", LegalFormWidget())

    class Meta:
        model = Organisation
        import_id_fields = ("tax_code",)
        fields = ("tax_code", "name", "city", "legal_form")


def main() -> None:
    """Read the file, then import it and print how long that took."""
    data = Dataset().load(Path(sys.argv[1]).read_text(), format="csv")
    started = time.perf_counter()
    result = DefaultResource().import_data(data, dry_run=False, raise_errors=True)
    seconds = time.perf_counter() - started
    if result.totals["new"] != len(data):
        sys.exit(f"only {result.totals} of {len(data)} rows were loaded")
    sys.stdout.write(json.dumps({"seconds": seconds}) + "\n")


if __name__ == "__main__":
    main()
