"""What each role may do, as its people read it."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from partners.organisations.enums import MemberRole

POWERS: dict[str, Promise] = {
    MemberRole.LEGAL_REPRESENTATIVE: _(
        "Does everything: changes the data, fills in and sends applications, answers the office, "
        "invites people and takes them off."
    ),
    MemberRole.EDITOR: _(
        "Changes the data, fills in applications, answers the office. Sends them with a mandate of the "
        "representative, or where the call asks none. Does not decide who else acts for the body."
    ),
    MemberRole.READER: _("Reads data, applications and messages; changes nothing."),
}


def role_choices() -> list[tuple[str, str]]:
    """Each role with what it may do: a person chooses by that, not by a title."""
    return [(role.value, f"{role.label}. {POWERS[role]}") for role in MemberRole]
