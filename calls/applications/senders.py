"""In which capacity a person sends an application in a body's name (DPR 445/2000 art. 38, c. 3-bis)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from partners.dossier.models import DossierVersion
from partners.memberships.mandates import counting_mandate
from partners.memberships.queries import membership_of
from partners.organisations.enums import MemberRole
from partners.organisations.models import Membership, Organisation
from partners.organisations.queries import can_sign_for
from vicinia.accounts.models import User

from .enums import SentAs
from .models import Application
from .refusals import NoMandate


@dataclass(frozen=True, slots=True)
class Sender:
    """Who is about to send: as what, with which mandate that counts today, and whether that is enough.

    `membership` has the mandate that the person was given, even one that no longer counts.
    """

    organisation: Organisation
    membership: Membership | None
    sent_as: SentAs
    mandate: DossierVersion | None
    may_send: bool


def sender_of(
    user: User, application: Application, today: date, membership: Membership | None = None
) -> Sender:
    """Return how a person would send an application on a day; `membership` when it was read already."""
    organisation = application.organisation
    membership = membership or membership_of(user, organisation)
    mandate = counting_mandate(membership, today) if membership else None
    sent_as = SentAs.MEMBER
    if membership and membership.role == MemberRole.LEGAL_REPRESENTATIVE:
        sent_as = SentAs.REPRESENTATIVE
    elif mandate:
        sent_as = SentAs.DELEGATE
    may_send = can_sign_for(user, organisation) or not needs_mandate(application)
    return Sender(organisation, membership, sent_as, mandate, may_send)


def needs_mandate(application: Application) -> bool:
    """Tell whether the call's frozen rules ask a mandate of who is not the representative.

    Calls published before the rule existed do not.
    """
    return bool((application.call.rules or {}).get("sender_needs_mandate", False))


def require_may_send(sender: Sender) -> None:
    """Raise NoMandate when the person may fill in and not send."""
    if not sender.may_send:
        raise NoMandate(
            _(
                "This call is answered by the legal representative, or by who has a mandate of theirs that "
                "counts: nothing has changed, your answers are safe."
            )
        )
