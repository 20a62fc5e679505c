"""What is sealed at sending: one canonical text that holds everything, whose SHA-256 proves it.

The call's and the form's own hashes stand in it, so that rules, questions, answers and files are all
bound to the number and the instant on the receipt.
"""

from __future__ import annotations

from calls.notices.rules import instant
from partners.memberships.mandates import named
from vicinia.core.canonical import Json

from .completeness import wanted_files
from .models import Application, Attachment

# 2: who sent it, and with which mandate.
LAYOUT = 2


def from_dossier(attachment: Attachment) -> dict[str, Json]:
    """Say which version of the dossier a file is, as it stood at sending; nothing for a new file."""
    version = attachment.dossier_version
    if version is None:
        return {}
    return {
        "dossier": {
            "version": version.pk,
            "number": version.number,
            "status": version.status,
            "expires_on": version.expires_on.isoformat() if version.expires_on else None,
        }
    }


def sender(application: Application) -> dict[str, Json]:
    """Say in which capacity it was sent and with which mandate, as that stood; never the person's name."""
    version = application.mandate
    if version is None:
        return {"as": application.sent_as}
    return {
        "as": application.sent_as,
        "mandate": {
            "version": version.pk,
            "number": version.number,
            "name": named(version),
            "status": version.status,
            "expires_on": version.expires_on.isoformat() if version.expires_on else None,
            "sha256": version.file.sha256 if version.file else "",
        },
    }


def sealed_content(application: Application) -> dict[str, Json]:
    """Return the content to seal, from a locked application that has its number and instant."""
    if application.submitted_at is None:
        raise ValueError("An application is sealed once it has its number and instant.")
    form = application.form_version.form()
    labels = {file.key: file.label for file in wanted_files(application.call.rules or {}, form)}
    attachments = application.attachments.select_related("file", "dossier_version").order_by("key")
    return {
        "layout": LAYOUT,
        "application": str(application.pk),
        "number": application.register_number,
        "year": application.register_year,
        "received_at": instant(application.submitted_at),
        "call": {
            "title": application.call.title,
            "number": application.call.number,
            "year": application.call.year,
            "rules_sha256": application.call.rules_sha256,
        },
        "form": {
            "version": application.form_version.number,
            "sha256": application.form_version.sha256,
        },
        "organisation": {
            "name": application.organisation.name,
            "tax_code": application.organisation.tax_code,
            "legal_form": application.organisation.legal_form,
        },
        "sender": sender(application),
        "answers": dict(application.answers),
        "files": [
            {
                "key": each.key,
                "label": labels.get(each.key, each.key),
                "name": each.file.name,
                "size": each.file.size,
                "sha256": each.file.sha256,
                **from_dossier(each),
            }
            for each in attachments
        ],
    }
