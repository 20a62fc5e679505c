"""What the screens of a public page show."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from partners.organisations.enums import OrganisationStatus
from partners.organisations.models import Organisation
from partners.organisations.way import body_url, way_through
from vicinia.core.components import Crumb, Hero, Message

from .enums import PublicFieldName
from .queries import PublicProfile, public_parts, value_of


@dataclass(frozen=True, slots=True)
class Choice:
    """A part of the profile with its value and whether it is shown."""

    name: str
    label: str
    value: str
    is_chosen: bool


def choosing(organisation: Organisation, profile: PublicProfile, chosen: set[str]) -> dict[str, Any]:
    """The table of what can be shown, and the page as it would be."""
    return {
        "organisation": organisation,
        "breadcrumbs": way_through(organisation, Crumb(_("Public page"))),
        "hero": Hero(
            _("Public page"),
            kicker=organisation.name,
            summary=_(
                "Choose what everybody may read in the directory of associations, one thing at a time."
            ),
        ),
        "message": waiting_message(organisation),
        "choices": [
            Choice(name, str(name.label), value_of(organisation, name), name in chosen)
            for name in PublicFieldName
        ],
        "preview": public_parts(seen_by_its_people(profile)) if chosen else None,
        "cancel_url": body_url(organisation),
        "edit_url": reverse("partners:organisation_edit", args=[organisation.pk]),
    }


def seen_by_its_people(profile: PublicProfile) -> PublicProfile:
    """Take the logo from where the body's people see it: before the choice is saved nobody else does."""
    if profile.logo is None:
        return profile
    return replace(profile, logo=replace(profile.logo, url=reverse("partners:logo_file", args=[profile.id])))


def waiting_message(organisation: Organisation) -> Message | None:
    """Why nobody sees the page yet."""
    if organisation.status == OrganisationStatus.VERIFIED:
        return None
    return Message(
        "information",
        _("You can choose now: the page will be online when our office has verified the body."),
        title=organisation.get_status_display(),
    )
