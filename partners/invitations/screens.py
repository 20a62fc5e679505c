"""What the screens of invitations show."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from partners.memberships.screens import way
from partners.memberships.words import POWERS
from partners.organisations.models import Organisation
from vicinia.core.components import Crumb, Fact, Hero
from vicinia.core.formats import long_datetime
from vicinia.core.reserved_area import way_to

from .models import Invitation


def invite(organisation: Organisation, form: Any) -> dict[str, Any]:
    """The form that invites a person."""
    return {
        "form": form,
        "organisation": organisation,
        "days": settings.INVITATION_DAYS,
        "cancel_url": reverse("partners:members", args=[organisation.pk]),
        "breadcrumbs": way(organisation, Crumb(_("Invite a person"))),
        "hero": Hero(
            _("Invite a person"),
            kicker=organisation.name,
            summary=_("We send them a mail with a link. Until they accept they see nothing of the body."),
        ),
    }


def answer(invitation: Invitation, refusal: str) -> dict[str, Any]:
    """An invitation, for the person who was invited."""
    organisation = invitation.organisation
    return {
        "invitation": invitation,
        "refusal": refusal,
        "breadcrumbs": way_to(Crumb(_("Invitation"))),
        "hero": Hero(
            _("You are invited to act for %(name)s") % {"name": organisation.name},
            kicker=_("Invitation"),
        ),
        "facts": [
            Fact(_("Body"), organisation.name),
            Fact(_("Tax code"), organisation.tax_code),
            Fact(
                _("Invited by"), str(invitation.invited_by or _("a person who no longer acts for the body"))
            ),
            Fact(_("Role"), invitation.get_role_display()),
            Fact(_("What you could do"), POWERS[invitation.role]),
            Fact(_("Valid until"), long_datetime(invitation.expires_at)),
        ],
    }
