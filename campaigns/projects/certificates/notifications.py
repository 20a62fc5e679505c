"""The mails that follow what happens to a certificate."""

from __future__ import annotations

from vicinia.core import events, mail

from .events import CertificateAnnulled, CertificateIssued
from .models import Certificate


@events.on(CertificateIssued)
def say_it_is_there(event: CertificateIssued) -> None:
    """Tell the teacher where the certificate is."""
    _send("certificate_issued", event.certificate_id)


@events.on(CertificateAnnulled)
def say_it_does_not_count(event: CertificateAnnulled) -> None:
    """Tell the teacher why, so that they no longer use the copy they have."""
    _send("certificate_annulled", event.certificate_id)


def _send(name: str, certificate_id: int) -> None:
    certificate = Certificate.objects.select_related("holder").get(pk=certificate_id)
    holder = certificate.holder
    if holder is None:
        return
    context = {
        "certificate": certificate,
        "action_url": mail.link("certificates:mine", language=holder.language),
    }
    mail.send(f"projects/{name}", to=[holder.email], context=context, language=holder.language)
