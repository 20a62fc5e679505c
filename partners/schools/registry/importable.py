"""The ministry's registries of schools, for the screens of imports."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from vicinia.core.imports.importable import Importable, ImportColumn, Importer

from . import layout


def registry_importer() -> Importer:
    """Make the importer."""
    from .importer import RegistryImporter

    return RegistryImporter()


REGISTRIES = Importable(
    title=_("Registry of schools"),
    help=_(
        "The ministry’s yearly file: state schools, private accredited ones or those of the autonomous "
        "provinces, told apart by their columns. A school is known again by its code; one that the file no "
        "longer has is marked closed and kept."
    ),
    columns=(
        ImportColumn(layout.YEAR, _("School year"), example="202627"),
        ImportColumn(layout.CODE, _("Code of the school"), example="MLEE802013"),
        ImportColumn(layout.NAME, _("Name"), example="LE FORNACI"),
        ImportColumn(layout.LEVEL, _("Kind of school"), example="SCUOLA PRIMARIA"),
        ImportColumn(layout.ADDRESS, _("Address"), example="VIALE DELLE FORNACI 62"),
        ImportColumn(layout.POSTCODE, _("Postcode"), is_required=False, example="99048"),
        ImportColumn(layout.MUNICIPALITY_CODE, _("Cadastral code of the municipality"), example="Z999"),
        ImportColumn(layout.MUNICIPALITY, _("Municipality"), example="FONTALBA"),
        ImportColumn(layout.PROVINCE, _("Province"), is_required=False),
        ImportColumn(layout.REGION, _("Region"), is_required=False),
        ImportColumn(layout.AREA, _("Part of Italy"), is_required=False),
        ImportColumn(
            layout.INSTITUTE_CODE,
            _("Code of the institute"),
            _("Not in the file of the private schools."),
            is_required=False,
            example="MLIC802001",
        ),
        ImportColumn(
            layout.INSTITUTE_NAME, _("Name of the institute"), is_required=False, example="IC LE FORNACI"
        ),
        ImportColumn(
            layout.SITE,
            _("Whether it is a site"),
            _("Only in the file of the state schools, which is known by it."),
            is_required=False,
            example="NO",
        ),
        ImportColumn(layout.FEATURES, _("Features"), is_required=False),
        ImportColumn(layout.HEAD_OFFICE, _("Head office of its institute"), is_required=False),
        ImportColumn(layout.ALL_THROUGH, _("Code of the all-through institute"), is_required=False),
        ImportColumn(layout.EMAIL, _("E-mail"), is_required=False, example="mlee802013@istruzione.example"),
        ImportColumn(layout.PEC, _("Certified mail (PEC)"), is_required=False),
        ImportColumn(layout.WEBSITE, _("Website"), is_required=False),
    ),
    permission="partners.import_school",
    model="partners.school",
    importer=registry_importer,
    list_url=lambda: reverse("school_imports:index"),
)
