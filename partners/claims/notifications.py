"""The mails that follow a request to act for a body."""

from __future__ import annotations

from partners.memberships.queries import representatives_of
from vicinia.core import events, mail

from .enums import ClaimState
from .events import ClaimDecided, ClaimMade
from .models import Claim


@events.on(ClaimMade)
def tell_the_representatives(event: ClaimMade) -> None:
    """Write to who decides in the body; the office finds the request in its panel."""
    claim = Claim.objects.select_related("organisation", "user").get(pk=event.claim_id)
    for member in representatives_of(claim.organisation_id):
        language = member.user.language
        context = {
            "claim": claim,
            "organisation": claim.organisation,
            "action_url": mail.link(
                "partners:claim_decide", claim.organisation_id, claim.pk, language=language
            ),
        }
        mail.send("partners/claim_made", to=[member.user.email], context=context, language=language)


@events.on(ClaimDecided)
def tell_the_person(event: ClaimDecided) -> None:
    """Write to the person who asked: yes, or no and why."""
    claim = Claim.objects.select_related("organisation", "user").get(pk=event.claim_id)
    language = claim.user.language
    is_approved = claim.state == ClaimState.APPROVED
    url = (
        mail.link("partners:organisation", claim.organisation_id, language=language)
        if is_approved
        else mail.link("reserved_area", language=language)
    )
    name = "partners/claim_approved" if is_approved else "partners/claim_refused"
    context = {"claim": claim, "organisation": claim.organisation, "action_url": url}
    mail.send(name, to=[claim.user.email], context=context, language=language)
