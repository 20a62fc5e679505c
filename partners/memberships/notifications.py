"""The mails that follow what happens to a body's people."""

from __future__ import annotations

from partners.organisations.models import Membership, Organisation
from vicinia.accounts.models import User
from vicinia.core import events, mail

from .events import MemberGone, MemberRoleChanged
from .words import POWERS


@events.on(MemberRoleChanged)
def tell_the_new_role(event: MemberRoleChanged) -> None:
    """Tell the person what they may do now, unless they decided it themselves."""
    membership = (
        Membership.objects.select_related("user", "organisation")
        .filter(organisation_id=event.organisation_id, user_id=event.user_id)
        .first()
    )
    if membership is None or event.user_id == event.by_id:
        return
    user, organisation = membership.user, membership.organisation
    context = {
        "organisation": organisation,
        "person": user,
        "by": User.objects.get(pk=event.by_id),
        "role": membership,
        "powers": POWERS[membership.role],
        "action_url": mail.link("partners:members", organisation.pk, language=user.language),
    }
    mail.send("partners/role_changed", to=[user.email], context=context, language=user.language)


@events.on(MemberGone)
def tell_who_was_taken_off(event: MemberGone) -> None:
    """Tell the person that they no longer act for the body; who left by themselves knows."""
    if event.user_id == event.by_id:
        return
    user = User.objects.get(pk=event.user_id)
    context = {
        "organisation": Organisation.objects.get(pk=event.organisation_id),
        "person": user,
        "action_url": mail.link("reserved_area", language=user.language),
    }
    mail.send("partners/member_removed", to=[user.email], context=context, language=user.language)
