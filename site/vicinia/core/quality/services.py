"""Publishing a page although something of it is wrong."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Page

from vicinia.core import audit
from vicinia.core.clock import database_day
from vicinia.core.silence.gate import told
from vicinia.core.silence.queries import silence_for
from vicinia.core.text import clean_text

from .findings import Finding

if TYPE_CHECKING:
    from vicinia.accounts.models import User

OVERRIDE = "core.override_pagequality"


def publish_despite(*, page: Page, faults: Iterable[Finding], reason: str, by: User) -> None:
    """Publish what was last saved of a page, noting who decided so, why, and which faults it had.

    Raises PermissionDenied, ValidationError without a reason or during an election silence.
    """
    if not by.has_perm(OVERRIDE) or not page.permissions_for_user(by).can_publish():
        raise PermissionDenied
    reason = clean_text(reason).strip()
    if not reason:
        raise ValidationError({"reason": _("Write why the page goes out as it is.")}, code="reason_missing")
    if silence := silence_for(page, database_day()):
        raise ValidationError(told(silence), code="silence")
    with transaction.atomic():
        locked = Page.objects.select_for_update().get(pk=page.pk)
        locked.get_latest_revision().publish(user=by)
        audit.record(
            "core.page.published_despite",
            by=by,
            target=locked,
            reason=reason,
            faults=[str(each.text) for each in faults],
        )
