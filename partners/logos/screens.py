"""What the screen of a logo shows."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from partners.organisations.models import Organisation
from partners.organisations.way import body_url, way_through
from partners.profiles.enums import PublicFieldName
from vicinia.core.components import Crumb, Hero, Image

from .queries import logo_of


def changing(organisation: Organisation, form: Any) -> dict[str, Any]:
    """The logo as it is, the form for another, the way to choose who sees it."""
    logo = logo_of(organisation)
    own_url = reverse("partners:logo_file", args=[organisation.pk])
    return {
        "organisation": organisation,
        "form": form,
        "is_shown": organisation.public_fields.filter(name=PublicFieldName.LOGO).exists(),
        "logo": Image(own_url, organisation.name, logo.width, logo.height) if logo else None,
        "cancel_url": body_url(organisation),
        "public_url": reverse("partners:public_profile", args=[organisation.pk]),
        "breadcrumbs": way_through(organisation, Crumb(_("Logo"))),
        "hero": Hero(
            _("Logo"),
            kicker=organisation.name,
            summary=_(
                "Who looks for the body recognises it at a glance. Who cannot see it hears the body's name."
            ),
        ),
    }
