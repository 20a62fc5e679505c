"""What the screens of requests show."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from partners.memberships.screens import way
from partners.memberships.words import POWERS
from vicinia.accounts.models import User
from vicinia.core.components import Crumb, Fact, Hero
from vicinia.core.formats import long_datetime
from vicinia.core.reserved_area import Panel, Task, way_to

from .models import Claim
from .queries import claims_of, decided_by


def claim(form: Any, user: User) -> dict[str, Any]:
    """The form by which a person asks."""
    waiting = [each.organisation.tax_code for each in claims_of(user).select_related("organisation")]
    return {
        "form": form,
        "waiting": waiting,
        "breadcrumbs": way_to(Crumb(_("Ask to act for a body"))),
        "hero": Hero(
            _("Ask to act for a body"),
            summary=_(
                "For a body that is registered here already. Its legal representative decides; where nobody "
                "acts for it yet, our office does."
            ),
        ),
    }


def decision(claim: Claim, form: Any, *, file_url: str) -> dict[str, Any]:
    """A request, for who decides in the body's reserved area."""
    organisation = claim.organisation
    return {
        "form": form,
        "claim": claim,
        "facts": facts(claim, file_url=file_url),
        "cancel_url": reverse("partners:members", args=[organisation.pk]),
        "breadcrumbs": way(organisation, Crumb(_("Request"))),
        "hero": Hero(_("%(name)s asks to act for the body") % {"name": claim.user}, kicker=organisation.name),
    }


def facts(claim: Claim, *, file_url: str) -> list[Fact]:
    """What is known of a request."""
    rows = [
        Fact(_("Person"), str(claim.user)),
        Fact(_("E-mail"), claim.user.email),
        Fact(_("Role asked for"), claim.get_role_display()),
        Fact(_("What they could do"), POWERS[claim.role]),
        Fact(_("What they say"), claim.message),
        Fact(_("Document"), claim.proof.name if claim.proof else "", file_url),
        Fact(_("Asked on"), long_datetime(claim.created_at)),
    ]
    return [row for row in rows if row.value]


def panel(user: User) -> Panel | None:
    """A task for each request that the person decides as representative."""
    tasks = tuple(
        Task(
            text=_("%(person)s asks to act for %(name)s.")
            % {"person": each.user, "name": each.organisation.name},
            url=reverse("partners:claim_decide", args=[each.organisation_id, each.pk]),
            button=_("Decide"),
        )
        for each in decided_by(user)
    )
    return Panel(title=_("Requests"), tasks=tasks) if tasks else None
