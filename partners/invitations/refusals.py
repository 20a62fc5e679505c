"""Why an invitation is not made or not accepted, in a sentence with the way out."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _


class InvitationRefused(ValidationError):
    """The invitation cannot be made, sent again, withdrawn or accepted; the message says why."""


def member_already(email: str) -> InvitationRefused:
    """The address is of somebody who acts for the body."""
    return InvitationRefused(
        _("%(email)s acts for the body already: change the role from the list of people.") % {"email": email},
        code="member_already",
    )


def waiting_already(email: str) -> InvitationRefused:
    """There is an invitation that can still be accepted."""
    return InvitationRefused(
        _(
            "%(email)s was invited already and has not answered yet: you can send the mail again from the "
            "list of people."
        )
        % {"email": email},
        code="waiting_already",
    )


def too_many(limit: int) -> InvitationRefused:
    """So many invitations wait that nobody would believe them."""
    return InvitationRefused(
        _("There are %(limit)s invitations without an answer: withdraw those that are no longer needed.")
        % {"limit": limit},
        code="too_many",
    )


def too_many_today() -> InvitationRefused:
    """So many mails in a day look like junk."""
    return InvitationRefused(
        _("You have invited many people today: go on tomorrow, or write to our office."),
        code="too_many_today",
    )


def just_sent(email: str) -> InvitationRefused:
    """The last mail has had no time to be read."""
    return InvitationRefused(
        _("We have just written to %(email)s: wait an hour before sending the mail again.")
        % {"email": email},
        code="too_soon",
    )


def suspended() -> InvitationRefused:
    """Nobody joins a suspended body."""
    return InvitationRefused(
        _("The office has suspended this body: the invitation can be accepted once it is readmitted."),
        code="suspended",
    )
