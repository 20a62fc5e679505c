"""What the screens of a body's people show."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from partners.claims.queries import waiting_claims
from partners.dossier.catalogue import CATALOGUE
from partners.dossier.enums import DocumentType
from partners.invitations.enums import InvitationState
from partners.invitations.models import Invitation
from partners.invitations.queries import waiting_of
from partners.organisations.enums import MemberRole
from partners.organisations.models import Membership, Organisation
from partners.organisations.way import way_through
from vicinia.core.clock import day_of
from vicinia.core.components import Button, Cell, Column, Crumb, Fact, Hero, Link, Table
from vicinia.core.formats import long_date, long_datetime, short_date

from .access import decides_on_people, may_invite
from .mandates import told
from .queries import members_of
from .words import POWERS


def people(own: Membership, now: datetime) -> dict[str, Any]:
    """Who acts for the body, who was invited, what each role may do."""
    organisation = own.organisation
    decides = decides_on_people(own)
    can_invite = decides or may_invite(own, MemberRole.LEGAL_REPRESENTATIVE)
    invite_url = reverse("partners:member_invite", args=[organisation.pk])
    return {
        "organisation": organisation,
        "breadcrumbs": way(organisation),
        "hero": Hero(
            _("People who act for the body"),
            kicker=organisation.name,
            summary=_("Who may read, write and send in its name, and since when."),
            actions=(Button(_("Invite a person"), invite_url),) if can_invite else (),
        ),
        "table": _table(own, decides=decides, today=day_of(now)),
        "invitations": [_row(each, now) for each in waiting_of(organisation)] if can_invite else [],
        "claims": [
            Link(str(each.user), reverse("partners:claim_decide", args=[organisation.pk, each.pk]))
            for each in (waiting_claims(organisation) if decides else ())
        ],
        "decides": decides,
        "can_invite": can_invite,
        "powers": [Fact(role.label, POWERS[role]) for role in MemberRole],
        "leave_url": reverse("partners:member_leave", args=[organisation.pk]),
    }


def _table(own: Membership, *, decides: bool, today: date) -> Table:
    rows = []
    for member in members_of(own.organisation):
        name = str(member.user)
        if member.pk == own.pk:
            name = _("%(name)s (you)") % {"name": name}
        url = reverse("partners:member", args=[member.organisation_id, member.pk])
        rows.append(
            (
                Cell(name, Link(name, url) if decides else None, note=member.user.email),
                Cell(member.get_role_display(), note=told(member, today)),
                short_date(member.created_at),
            )
        )
    note = _("Choose a name to change the role or to take the person off.") if decides else ""
    return Table(
        _("People"), (Column(_("Person")), Column(_("Role")), Column(_("Since"))), tuple(rows), note=note
    )


def _row(invitation: Invitation, now: datetime) -> dict[str, Any]:
    until = long_datetime(invitation.expires_at)
    has_expired = invitation.state_at(now) == InvitationState.EXPIRED
    return {
        "id": invitation.pk,
        "email": invitation.email,
        "role": invitation.get_role_display(),
        "until": (_("Expired on %(date)s") if has_expired else _("Valid until %(date)s")) % {"date": until},
    }


def member(membership: Membership, form: Any, *, own: Membership) -> dict[str, Any]:
    """One person: the role, and the way to take them off."""
    organisation, name = membership.organisation, str(membership.user)
    is_oneself = membership.pk == own.pk
    return {
        "form": form,
        "membership": membership,
        "is_oneself": is_oneself,
        "mandate": told(membership, timezone.localdate()),
        "mandates_url": reverse(
            "partners:dossier_document", args=[organisation.pk, CATALOGUE[DocumentType.MANDATE].slug]
        ),
        "breadcrumbs": way(organisation, Crumb(name)),
        "hero": Hero(
            name,
            kicker=organisation.name,
            summary=_("%(role)s since %(date)s.")
            % {"role": membership.get_role_display(), "date": long_date(membership.created_at)},
        ),
        "remove_url": reverse(
            "partners:member_leave" if is_oneself else "partners:member_remove",
            args=[organisation.pk] if is_oneself else [organisation.pk, membership.pk],
        ),
        "cancel_url": reverse("partners:members", args=[organisation.pk]),
    }


def ending(membership: Membership, *, is_oneself: bool, refusal: str) -> dict[str, Any]:
    """What follows when a person no longer acts for the body."""
    organisation, name = membership.organisation, str(membership.user)
    title = _("Leave %(name)s?") if is_oneself else _("Take %(name)s off?")
    return {
        "membership": membership,
        "organisation": organisation,
        "is_oneself": is_oneself,
        "refusal": refusal,
        "title": title % {"name": organisation.name if is_oneself else name},
        "breadcrumbs": way(organisation, Crumb(title % {"name": organisation.name if is_oneself else name})),
        "cancel_url": reverse("partners:members", args=[organisation.pk]),
    }


def way(organisation: Organisation, *steps: Crumb) -> tuple[Crumb, ...]:
    """The way from the reserved area through the body to its people and further."""
    people_url = reverse("partners:members", args=[organisation.pk]) if steps else ""
    return way_through(organisation, Crumb(_("People"), people_url), *steps)
