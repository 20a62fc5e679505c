"""Writes about notices for volunteers."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from partners.organisations.holding import hold_to_edit
from partners.organisations.models import Organisation
from vicinia.core import audit
from vicinia.core.page_cache import public_content_changed
from vicinia.core.text import clean_name, clean_text

from .models import VolunteerNotice

if TYPE_CHECKING:
    from vicinia.accounts.models import User

# A notice that nobody looks after is worse than none.
LONGEST = timedelta(days=90)


def publish_notice(
    *,
    organisation: Organisation,
    by: User,
    title: str,
    text: str,
    when: str,
    contact: str,
    expires_on: date,
) -> VolunteerNotice:
    """Publish a notice until `expires_on` included, at most 90 days on.

    `by` may write in the body's name or manages bodies. Raises PermissionDenied, or ValidationError when a
    field is not right.
    """
    with transaction.atomic():
        locked = hold_to_edit(organisation, by)
        today = timezone.localdate()
        _require_near(expires_on, today)
        notice = VolunteerNotice(
            organisation=locked,
            title=clean_name(title),
            text=clean_text(text),
            when=clean_name(when),
            contact=clean_name(contact),
            published_on=today,
            expires_on=expires_on,
        )
        notice.full_clean()
        notice.save(force_insert=True)
        audit.record("partners.organisation.notice_published", by=by, target=locked, title=notice.title)
        public_content_changed()
    return notice


def withdraw_notice(*, notice: VolunteerNotice, by: User) -> None:
    """Take a notice off before it expires: the volunteers are found. Raises PermissionDenied."""
    with transaction.atomic():
        locked = hold_to_edit(notice.organisation, by)
        deleted, _rows = VolunteerNotice.objects.filter(pk=notice.pk).delete()
        if deleted:
            audit.record("partners.organisation.notice_withdrawn", by=by, target=locked, title=notice.title)
            public_content_changed()


def _require_near(expires_on: date, today: date) -> None:
    if expires_on < today:
        raise ValidationError({"expires_on": _("This day has passed: choose one to come.")})
    if expires_on > today + LONGEST:
        raise ValidationError(
            {"expires_on": _("A notice holds at most 90 days: you can publish it again then.")}
        )
