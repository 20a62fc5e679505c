"""Who reads which application."""

from __future__ import annotations

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from partners.organisations.queries import can_apply_for
from vicinia.accounts.models import User
from vicinia.core.clock import database_now, day_of

from .models import Application
from .screens import Screen
from .senders import sender_of


def acting_user(request: HttpRequest) -> User:
    """Return the person who is signed in."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user


def screen_of(request: HttpRequest, pk: UUID) -> Screen:
    """Return an application of the person's bodies; 404 for every other, as for one that is not there."""
    user = acting_user(request)
    rows = Application.objects.readable_by(user.pk).select_related(
        "call", "organisation", "form_version", "receipt"
    )
    application = get_object_or_404(rows, pk=pk)
    now, can_write = database_now(), can_apply_for(user, application.organisation)
    sender = sender_of(user, application, day_of(now)) if can_write else None
    return Screen(application, now, can_write=can_write, sender=sender)
