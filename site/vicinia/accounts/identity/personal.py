"""What the account keeps of a person's SPID or CIE, told to them alone (GDPR art. 15)."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from vicinia.accounts.models import User
from vicinia.accounts.personal.registry import Field, PersonalSource, Section

from .models import DigitalIdentity


def identity_sections(user: User) -> Iterator[Section]:
    """Return the digital identity that opens the account, whole: the page of the account shows its ends."""
    known = DigitalIdentity.objects.filter(user=user).first()
    if known is None:
        return
    yield Section(
        "digital_identity",
        _("SPID and CIE"),
        (
            Field("fiscal_number", _("Fiscal number")),
            Field("way", _("Last way to sign in")),
            Field("level", _("Level of the last sign-in")),
            Field("linked_at", _("Linked on")),
            Field("last_used_at", _("Last sign-in")),
        ),
        ((known.fiscal_number, known.get_way_display(), known.level, known.linked_at, known.last_used_at),),
        why=_("So that what you send is yours without a signature (D.Lgs. 82/2005, art. 65)."),
    )


IDENTITY = PersonalSource(
    identity_sections,
    told=frozenset({"accounts.DigitalIdentity.user"}),
    not_told={
        "socialaccount.SocialAccount.user": "A digest of the broker's name for the person, told above.",
    },
)
