"""Keeping quiet, and what is said all the same."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Page, Revision

from vicinia.core import audit, events
from vicinia.core.clock import database_now, day_of, midnight
from vicinia.core.text import clean_text

from .events import PublicationHeld
from .models import ElectionSilence, IndispensablePage
from .queries import silence_for, silence_on

if TYPE_CHECKING:
    from vicinia.accounts.models import User

LIFT = "core.lift_electionsilence"


def call_indispensable(*, page: Page, silence: ElectionSilence, reason: str, by: User) -> IndispensablePage:
    """Note that a page is impersonal and indispensable, and why: from then on it may go out.

    Raises PermissionDenied, ValidationError without a reason.
    """
    if not by.has_perm(LIFT):
        raise PermissionDenied
    reason = clean_text(reason).strip()
    if not reason:
        raise ValidationError(
            {"reason": _("Write why the page is impersonal and indispensable: the law asks for it.")},
            code="reason_missing",
        )
    with transaction.atomic():
        said, _created = IndispensablePage.objects.update_or_create(
            silence=silence, page=page, defaults={"reason": reason, "at": database_now()}
        )
        audit.record("core.silence.lifted", by=by, target=page, reason=reason, silence=str(silence))
    return said


def hold_scheduled() -> int:
    """Put off to the end of the silence what is due to go out; return how many pages wait.

    Its author is told. Called before the scheduled pages are published.
    """
    now = database_now()
    silence = silence_on(day_of(now))
    if silence is None:
        return 0
    held = 0
    for revision in Revision.page_revisions.filter(approved_go_live_at__lte=now).order_by("pk"):
        page = Page.objects.filter(pk=revision.object_id).first()
        if page and silence_for(page, day_of(now)) and _put_off(revision, page, silence):
            held += 1
    return held


def _put_off(revision: Revision, page: Page, silence: ElectionSilence) -> bool:
    """Wait until the first instant after the silence; False when somebody did otherwise meanwhile."""
    after = midnight(day_after(silence))
    with transaction.atomic():
        waiting = Revision.objects.filter(pk=revision.pk, approved_go_live_at=revision.approved_go_live_at)
        if not waiting.update(approved_go_live_at=after):
            return False
        audit.record("core.silence.held", by=None, target=page, silence=str(silence), until=after.isoformat())
        events.emit(PublicationHeld(page_id=page.pk, silence_id=silence.pk, author_id=revision.user_id))
    return True


def day_after(silence: ElectionSilence) -> date:
    """Return the first day on which everything may go out again."""
    return silence.ends_on + timedelta(days=1)
