"""The mails that follow the check of a document."""

from __future__ import annotations

from collections import defaultdict

from partners.organisations.enums import ACTING_ROLES
from partners.organisations.models import Organisation
from vicinia.core import events, mail

from .events import DocumentRejected
from .models import DossierVersion

# A body has no language of its own: its address is read in Italian.
LANGUAGE = "it"


@events.on(DocumentRejected)
def say_what_to_mend(event: DocumentRejected) -> None:
    """Tell the body which document does not count, and why."""
    rows = DossierVersion.objects.select_related("document__organisation")
    version = rows.get(pk=event.version_id)
    organisation, kind = version.document.organisation, version.document.kind
    for language, to in recipients(organisation).items():
        context = {
            "version": version,
            "organisation": organisation,
            "kind": kind,
            "action_url": mail.link("partners:dossier_upload", organisation.pk, kind.slug, language=language),
        }
        mail.send("partners/document_rejected", to=to, context=context, language=language)


def recipients(organisation: Organisation) -> dict[str, list[str]]:
    """Return who is told about a body's documents: its own address and who acts for it, by language."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    # A body that a list gave has no address until somebody writes it.
    if organisation.email:
        found[LANGUAGE].append(organisation.email)
    members = organisation.memberships.filter(role__in=ACTING_ROLES, user__is_active=True)
    for email, language in members.order_by("pk").values_list("user__email", "user__language"):
        if email not in found[language]:
            found[language].append(email)
    return dict(found)
