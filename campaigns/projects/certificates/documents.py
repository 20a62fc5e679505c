"""The certificate as a PDF (PDF/A-2a, PDF/UA-1), drawn each time from what was written when it was issued.

No copy of it is kept: a person who is deleted leaves no file with their name behind.
"""

from __future__ import annotations

from typing import Any

from django.utils import translation
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vicinia.core.formats import long_date
from vicinia.core.pdf import render

from .models import Certificate

# A certificate is an act: it is in Italian whatever the language of who reads it.
LANGUAGE = "it"


def certificate_pdf(certificate: Certificate) -> bytes:
    """Return the certificate to print; the same bytes each time."""
    with translation.override(LANGUAGE):
        return render("certificate", certificate_data(certificate), at=certificate.issued_at)


def file_name(certificate: Certificate) -> str:
    """Return the name of the file: `attestato-12-2026-citta-senza-gradini.pdf`."""
    number, title = certificate.code.replace("/", "-"), slugify(certificate.project_title)
    return f"attestato-{number}-{title}.pdf"


def certificate_data(certificate: Certificate) -> dict[str, Any]:
    """Return what the certificate prints, in the active language.

    Source of the note: DPR 445/2000, art. 40, by which certificates are for private use alone.
    """
    number = _("Certificate %(code)s") % {"code": certificate.code}
    return {
        "lang": LANGUAGE,
        "municipality": certificate.municipality,
        "office": certificate.office,
        "title": _("Certificate of participation"),
        "generated": f"{number} – {certificate.municipality}",
        "intro": _("We certify that"),
        "name": certificate.holder_name,
        "text": _("took part with class %(class)s in the school project “%(project)s”, school year %(year)s.")
        % {
            "class": certificate.class_label,
            "project": certificate.project_title,
            "year": certificate.school_year,
        },
        "facts": [{"label": label, "value": value} for label, value in certificate_facts(certificate)],
        "note_title": _("Where to use it"),
        "note": _(
            "This certificate cannot be produced to bodies of the public administration or to private "
            "managers of public services (DPR 445/2000, art. 40). To them, state schools included, your own "
            "statement is enough (arts. 46 and 47)."
        ),
    }


def certificate_facts(certificate: Certificate) -> list[tuple[str, str]]:
    """Return what the certificate says, as it was when issued, in the active language."""
    return [
        (_("Number in our register"), certificate.code),
        (_("School"), f"{certificate.school_name} ({certificate.school_code})"),
        (_("Class"), certificate.class_label),
        (_("Project"), certificate.project_title),
        (_("School year"), certificate.school_year),
        (_("Period"), period(certificate)),
        (_("Meetings of the project"), meetings(certificate)),
        (_("Issued on"), long_date(certificate.issued_at)),
    ]


def period(certificate: Certificate) -> str:
    """Return from when to when the meetings were."""
    if certificate.first_meeting is None or certificate.first_meeting == certificate.last_meeting:
        return long_date(certificate.last_meeting)
    return _("from %(first)s to %(last)s") % {
        "first": long_date(certificate.first_meeting),
        "last": long_date(certificate.last_meeting),
    }


def meetings(certificate: Certificate) -> str:
    """Return how many meetings the project gives a class, and how long they are."""
    return ngettext(
        "%(count)s meeting of %(minutes)s minutes",
        "%(count)s meetings of %(minutes)s minutes each",
        certificate.meetings,
    ) % {"count": certificate.meetings, "minutes": certificate.meeting_minutes}
