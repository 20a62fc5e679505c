"""The numbers of classes and pupils, for the screens of imports."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from vicinia.core.imports.importable import Importable, ImportColumn, Importer

from . import importer as columns


def headcount_importer() -> Importer:
    """Make the importer."""
    return columns.HeadcountImporter()


HEADCOUNTS = Importable(
    title=_("Classes and pupils of the schools"),
    help=_(
        "A row for each school, school year and grade, by which it is known again: a second file corrects "
        "the first. Only numbers: no name, no data about pupils."
    ),
    columns=(
        ImportColumn(
            columns.CODE,
            _("Code of the school"),
            _("Of the site (plesso), not of the institute; an old code counts for the school that goes on."),
            example="MLEE802013",
        ),
        ImportColumn(columns.YEAR, _("School year"), example="2026/27"),
        ImportColumn(
            columns.GRADE,
            _("Grade"),
            _("From 1 to 5; empty for sections or classes of several grades."),
            is_required=False,
            example="3",
        ),
        ImportColumn(columns.CLASSES, _("Classes"), example="4"),
        ImportColumn(columns.PUPILS, _("Pupils"), _("How many, never who."), example="87"),
        ImportColumn(
            columns.SOURCE,
            _("Source"),
            _("Who counted: it is shown beside every rate."),
            is_required=False,
            example="Segreterie, ottobre 2026",
        ),
    ),
    permission="partners.import_headcount",
    model="partners.headcount",
    importer=headcount_importer,
    list_url=lambda: reverse("schools:index"),
)
