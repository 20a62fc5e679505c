"""The receipt of an application (L. 241/1990 art. 18-bis), with the contents that art. 8 asks for."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from calls.notices.models import Call
from vicinia.core import mail
from vicinia.core.files.models import StoredFile
from vicinia.core.files.services import store_generated
from vicinia.core.formats import exact_datetime, file_size, long_date
from vicinia.core.pdf import render
from vicinia.territory.letterhead.queries import letterhead

from .models import Application
from .sender_words import sealed_sender_words

# The receipt is an act: it is in Italian whatever the language of who applies.
LANGUAGE = "it"


def receipt_of(*, application: Application) -> StoredFile:
    """Return the receipt of a sent application, making it the first time. Safe to run again.

    It is drawn from the sealed content alone, so that it says what was sent whatever changed since.
    """
    if application.receipt:
        return application.receipt
    at = sent_at(application)
    with translation.override(LANGUAGE):
        content = render("receipt", receipt_data(application), at=at)
    with transaction.atomic():
        locked = Application.objects.select_for_update(of=("self",)).get(pk=application.pk)
        if locked.receipt_id:
            return StoredFile.objects.get(pk=locked.receipt_id)
        name = f"ricevuta-{locked.register_year}-{locked.register_number}.pdf"
        locked.receipt = store_generated(content=content, name=name, content_type="application/pdf")
        locked.save(update_fields=["receipt"])
        return locked.receipt


def send_receipt(*, application: Application) -> None:
    """Mail the receipt to who sent the application and to the body's own address."""
    receipt = receipt_of(application=application)
    sender = application.submitted_by.email if application.submitted_by else ""
    # A body that a list gave has no address until somebody writes it.
    recipients = [*filter(None, dict.fromkeys([sender, application.organisation.email]))]
    language = application.submitted_by.language if application.submitted_by else LANGUAGE
    with translation.override(language):
        context = {
            "application": application,
            "call": application.call,
            "organisation": application.organisation,
            "answer_by": answer_by(application.call),
            "url": mail.link("calls:application", str(application.pk), language=language),
        }
    mail.send(
        "calls/receipt",
        to=recipients,
        context=context,
        language=language,
        attachments=[mail.Attachment(str(receipt.pk))],
    )


def receipt_data(application: Application) -> dict[str, Any]:
    """Return what the receipt prints, in the active language."""
    sealed = json.loads(application.sealed)
    who, call = letterhead(), application.call
    return {
        "lang": LANGUAGE,
        "municipality": who.full_name,
        "office": call.unit.name,
        "title": _("Receipt of application %(number)s") % {"number": application.code},
        "generated": _("Receipt %(number)s – %(municipality)s")
        % {"number": application.code, "municipality": who.full_name},
        "intro": _(
            "We have received your application. This receipt proves when it arrived and what it holds."
        ),
        "facts": [{"label": label, "value": value} for label, value in receipt_facts(application, sealed)],
        "hash_title": _("Fingerprint of the application (SHA-256)"),
        "hash": application.sha256,
        "files_title": _("Files received, each with its fingerprint (SHA-256)"),
        "files": [
            {
                "label": file_label(file),
                "name": f"{file['name']}, {file_size(file['size'])}",
                "sha256": file["sha256"],
            }
            for file in sealed["files"]
        ],
        "notes": [{"title": title, "text": text} for title, text in receipt_notes(call)],
    }


def file_label(file: dict[str, Any]) -> str:
    """Name a file received; one of the dossier says which version it is."""
    if "dossier" not in file:
        return str(file["label"])
    return _("%(document)s (from the dossier, version %(number)s)") % {
        "document": file["label"],
        "number": file["dossier"]["number"],
    }


def receipt_facts(application: Application, sealed: dict[str, Any]) -> list[tuple[str, str]]:
    """Return number, instant and people, as sealed."""
    call = application.call
    office = ", ".join(part for part in (call.unit.name, call.unit.email, call.unit.phone) if part)
    return [
        (_("Number in our register"), application.code),
        (_("Received"), exact_datetime(sent_at(application))),
        (_("Organisation"), sealed["organisation"]["name"]),
        (_("Tax code"), sealed["organisation"]["tax_code"]),
        *([(_("Who sent it"), sent_by)] if (sent_by := sealed_sender_words(sealed)) else []),
        (pgettext("call", "Call"), f"{sealed['call']['title']} ({call.code})"),
        (_("Office"), office),
        (_("Responsible official"), call.responsible_name),
        (_("The office answers by"), answer_by(call)),
    ]


def receipt_notes(call: Call) -> list[tuple[str, str]]:
    """Return what art. 8 wants said to whoever has opened a procedure."""
    return [
        (
            _("What happens now"),
            _(
                "The procedure starts when the call closes and ends within %(days)s days, by %(day)s "
                "(L. 241/1990, articles 2 and 8). You will get the outcome by e-mail and find it in your "
                "reserved area."
            )
            % {"days": call.response_days, "day": answer_by(call)},
        ),
        (
            _("If the term passes without an answer"),
            _(
                "You can write to the official who replaces the one in charge, whose name the office gives "
                "you, or apply to the regional administrative court against the silence "
                "(L. 241/1990, art. 2; D.Lgs. 104/2010, art. 31)."
            ),
        ),
        (
            _("To read the documents"),
            _(
                "You can see the documents of the procedure at the office named above (L. 241/1990, "
                "articles 10 and 22)."
            ),
        ),
        (
            _("What this receipt is"),
            _(
                "The number above belongs to the platform's register. The municipality's protocol number is "
                "given apart, with the same date of arrival (L. 241/1990, art. 18-bis)."
            ),
        ),
    ]


def answer_by(call: Call) -> str:
    """Return the day by which the office answers, in words."""
    return long_date(timezone.localtime(call.closes_at).date() + timedelta(days=call.response_days))


def sent_at(application: Application) -> datetime:
    """Return the instant of sending; only a sent application has one."""
    if application.submitted_at is None:
        raise ValueError("This application was not sent: it has no receipt.")
    return application.submitted_at
