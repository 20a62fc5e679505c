"""What the office imports about organisations, for the screens of imports."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from vicinia.core.imports.importable import Importable, ImportColumn, Importer


def five_per_mille_importer() -> Importer:
    """Make the importer when it is needed: the library behind it takes a while to load."""
    from vicinia.core.imports.resource_importer import ResourceImporter

    from .imports import FivePerMilleResource

    return ResourceImporter(FivePerMilleResource())


FIVE_PER_MILLE = Importable(
    title=_("Bodies admitted to the five per mille"),
    help=_(
        "The list that the Revenue Agency publishes every year (DPCM 23 July 2020). A body is known again by "
        "its tax code; one that registered by itself, or whose data somebody wrote here, keeps them."
    ),
    columns=(
        ImportColumn(
            "codice_fiscale",
            _("Tax code"),
            _("Zeros that a spreadsheet took from its beginning are put back."),
            example="93021579995",
        ),
        ImportColumn("denominazione", _("Name"), example="Il Filo – Volontari per la compagnia"),
        ImportColumn("nome_comune", _("Town"), example="Fontalba"),
        ImportColumn(
            "ets_e_onlus",
            _("Third-sector body or ONLUS"),
            _("An X where it is one; the others are bodies outside the register."),
            example="X",
        ),
        ImportColumn(
            "comuni", _("Municipality"), _("An X where the body is a municipality."), is_required=False
        ),
    ),
    permission="partners.import_organisation",
    model="partners.organisation",
    importer=five_per_mille_importer,
    list_url=lambda: reverse("organisations:index"),
)
