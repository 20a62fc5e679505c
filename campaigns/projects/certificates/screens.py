"""What a teacher sees of their certificates."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from vicinia.accounts.models import User
from vicinia.core.components import Button, Card, Cell, Column, Crumb, EmptyState, Hero, Link, Table
from vicinia.core.formats import long_date, short_date
from vicinia.core.reserved_area import Panel, way_to

from .models import Certificate
from .queries import certificates_of

# More are one click away.
IN_PANEL = 3


def mine(user: User) -> dict[str, Any]:
    """All the certificates of a person, those of the schools they have left too."""
    certificates = list(certificates_of(user))
    title = _("My certificates")
    return {
        "hero": Hero(
            title, _("Of the projects your classes took part in. They stay yours when you change school.")
        ),
        "table": _table(certificates) if certificates else None,
        "empty": EmptyState(
            _("No certificate yet"),
            _(
                "When a project of one of your classes has ended, the schools office issues the certificate: "
                "you get a mail and find it here, as a PDF. If one is missing, write to the office."
            ),
            Link(_("My enrolments"), reverse("projects:mine")),
        ),
        "breadcrumbs": way_to(Crumb(title)),
    }


def panel(user: User) -> Panel | None:
    """The latest certificates, in the reserved area of who has one."""
    certificates = certificates_of(user).counting()[:IN_PANEL]
    if not certificates:
        return None
    return Panel(
        title=_("My certificates"),
        entries=tuple(map(_card, certificates)),
        actions=(Button(_("See all your certificates"), reverse("certificates:mine"), style="outline"),),
    )


def pdf_url(certificate: Certificate) -> str:
    """Return where the holder downloads it."""
    return reverse("certificates:certificate_pdf", args=[certificate.pk])


def _card(certificate: Certificate) -> Card:
    return Card(
        title=f"{certificate.project_title}, {certificate.class_label}",
        url=pdf_url(certificate),
        kicker=certificate.school_year,
        summary=certificate.school_name,
        date_text=_("Issued on %(day)s") % {"day": long_date(certificate.issued_at)},
        action=_("Download the PDF"),
    )


def _table(certificates: list[Certificate]) -> Table:
    return Table(
        caption=_("Your certificates, the latest first"),
        columns=(
            Column(_("Project")),
            Column(_("School and class")),
            Column(_("Issued on")),
            Column(_("Certificate")),
        ),
        rows=tuple(map(_row, certificates)),
    )


def _row(certificate: Certificate) -> tuple[str | Link | Cell, ...]:
    return (
        Cell(certificate.project_title, note=certificate.school_year),
        Cell(certificate.school_name, note=_("class %(label)s") % {"label": certificate.class_label}),
        short_date(certificate.issued_at),
        _certificate_cell(certificate),
    )


def _certificate_cell(certificate: Certificate) -> Cell:
    if certificate.counts:
        label = _("Download no. %(code)s (PDF)") % {"code": certificate.code}
        return Cell(label, Link(label, pdf_url(certificate)))
    return Cell(
        _("No. %(code)s, annulled") % {"code": certificate.code},
        note=_("Reason: %(reason)s") % {"reason": certificate.reason},
    )
