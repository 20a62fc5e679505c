"""Invitations in the reserved area: whoever lost the mail, or had no account yet, finds them here."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from vicinia.accounts.models import User
from vicinia.core.clock import database_now
from vicinia.core.reserved_area import Panel, Task

from .queries import open_invitations_to


def panel(user: User) -> Panel | None:
    """A task for each invitation that waits for the person's answer."""
    tasks = tuple(
        Task(
            text=_("%(name)s invites you to act for it.") % {"name": each.organisation.name},
            url=reverse("partners:invitation", args=[each.pk]),
            button=_("See the invitation"),
            deadline=each.expires_at,
        )
        for each in open_invitations_to(user, database_now())
    )
    return Panel(title=_("Invitations"), tasks=tasks) if tasks else None
