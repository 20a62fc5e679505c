"""The mail that follows an accepted invitation."""

from __future__ import annotations

from vicinia.core import events, mail

from .events import InvitationAccepted
from .models import Invitation


@events.on(InvitationAccepted)
def tell_who_invited(event: InvitationAccepted) -> None:
    """Tell whoever invited that the person has joined."""
    invitation = Invitation.objects.select_related("organisation", "invited_by", "accepted_by").get(
        pk=event.invitation_id
    )
    inviter = invitation.invited_by
    if inviter is None:
        return
    context = {
        "invitation": invitation,
        "organisation": invitation.organisation,
        "action_url": mail.link("partners:members", invitation.organisation_id, language=inviter.language),
    }
    mail.send("partners/invitation_accepted", to=[inviter.email], context=context, language=inviter.language)
