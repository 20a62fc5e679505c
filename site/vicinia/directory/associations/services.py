"""Writes about the help that bodies offer."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from django.db import transaction

from partners.organisations.holding import hold_to_edit
from partners.organisations.models import Organisation
from vicinia.core import audit
from vicinia.core.page_cache import public_content_changed

from .models import HelpOffered

if TYPE_CHECKING:
    from vicinia.accounts.models import User
    from vicinia.directory.needs.models import Need
    from vicinia.territory.models import Area


def say_help_offered(
    *,
    organisation: Organisation,
    by: User,
    needs: Collection[Need],
    age_from: int,
    age_to: int,
    areas: Collection[Area],
) -> HelpOffered:
    """Say whom a body helps; no neighbourhood means the whole town.

    `by` may write in the body's name or manages bodies. Raises PermissionDenied, or ValidationError when
    the ages are not in order.
    """
    with transaction.atomic():
        locked = hold_to_edit(organisation, by)
        offered = HelpOffered.objects.filter(organisation=locked).first() or HelpOffered(organisation=locked)
        offered.age_from, offered.age_to = age_from, age_to
        offered.full_clean()
        offered.save()
        offered.needs.set(needs)
        offered.areas.set(areas)
        audit.record(
            "partners.organisation.help_said",
            by=by,
            target=locked,
            needs=sorted(map(str, needs)),
            ages=[age_from, age_to],
            areas=sorted(map(str, areas)),
        )
        public_content_changed()
    return offered
