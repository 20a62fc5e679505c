"""Who sends an application, in words: before the sending, on the receipt, in the office."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from partners.dossier.catalogue import CATALOGUE
from partners.dossier.enums import DocumentType
from partners.memberships.mandates import told
from vicinia.core.components import Link
from vicinia.core.formats import long_date

from .enums import SentAs
from .senders import Sender

MANDATE = CATALOGUE[DocumentType.MANDATE]


@dataclass(frozen=True, slots=True)
class SenderNotice:
    """What the person reads before sending: in whose name and with which document, or why they cannot."""

    text: str
    # The document that is sent along.
    document: Link | None = None
    # The ways out of a refusal; none where the person may send.
    ways: tuple[Link, ...] = ()

    @property
    def may_send(self) -> bool:
        """Whether the person may send."""
        return not self.ways


def notice_of(sender: Sender, today: date) -> SenderNotice:
    """Return what the person reads before sending."""
    body = {"body": sender.organisation.name}
    if not sender.may_send:
        return SenderNotice(_refusal(sender, today), ways=_ways(sender))
    if sender.mandate and sender.membership:
        text = _("You send it in the name of «%(body)s» with a mandate of its legal representative.") % body
        url = reverse("partners:dossier_file", args=[sender.organisation.pk, MANDATE.slug, sender.mandate.pk])
        return SenderNotice(text, Link(told(sender.membership, today), url))
    if sender.sent_as == SentAs.REPRESENTATIVE:
        return SenderNotice(_("You send it in the name of «%(body)s» as its legal representative.") % body)
    return SenderNotice(
        _("You send it in the name of «%(body)s». This call asks no mandate of who sends.") % body
    )


def _refusal(sender: Sender, today: date) -> str:
    given = told(sender.membership, today) if sender.membership else ""
    why = (
        _("%(mandate)s: it does not count.") % {"mandate": given} if given else _("You have no mandate yet.")
    )
    rule = _(
        "This call is answered by the legal representative, or by who has a mandate of theirs that counts "
        "(DPR 445/2000, art. 38)."
    )
    return f"{rule} {why}"


def _ways(sender: Sender) -> tuple[Link, ...]:
    pk = sender.organisation.pk
    return (
        Link(
            _("Ask the legal representative to send it: the draft is saved, they find it in their area"),
            reverse("partners:members", args=[pk]),
        ),
        Link(
            _("Or upload the signed mandate among the documents: the representative then gives it to you"),
            reverse("partners:dossier_upload", args=[pk, MANDATE.slug]),
        ),
    )


def sealed_sender_words(sealed: Mapping[str, Any]) -> str:
    """Say who sent an application, from its sealed content; nothing for one sealed before this was kept."""
    sender = sealed.get("sender")
    if not sender:
        return ""
    mandate = sender.get("mandate")
    if mandate is None:
        return str(SentAs(sender["as"]).label).capitalize()
    words = {"mandate": mandate["name"]}
    if mandate["expires_on"] is None:
        return _("Who has the mandate «%(mandate)s» (DPR 445/2000, art. 38)") % words
    return _("Who has the mandate «%(mandate)s», valid until %(day)s (DPR 445/2000, art. 38)") % {
        **words,
        "day": long_date(date.fromisoformat(mandate["expires_on"])),
    }
