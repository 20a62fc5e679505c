"""Writing calls: saving a draft, publishing (which freezes), revoking."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from calls.registers import Register
from vicinia.accounts.models import User
from vicinia.accounts.rights.backend import require
from vicinia.core import audit, events
from vicinia.core.canonical import sha256_of
from vicinia.core.clock import database_now
from vicinia.core.page_cache.invalidation import public_content_changed
from vicinia.core.registers.services import take_number
from vicinia.questions.blocks import MAX_KEY
from vicinia.questions.definitions import Form
from vicinia.questions.services import freeze_form, write_form

from .enums import CALL_STEPS, CallStatus
from .events import CallPublished, CallRevoked
from .models import Call
from .page_services import draft_page, publish_pages
from .readiness import require_ready
from .rules import rules_of


class RulesFrozen(Exception):
    """The call is published: its rules can no longer be edited; the message says so plainly."""


def save_call(*, call: Call, form: Form, by: User | None) -> Call:
    """Save a call with its rows and its form, as staff wrote them; a new one gets its draft page.

    Once published only what is no rule may change (summary, office, official, acts): anything else
    raises RulesFrozen (L. 241/1990 art. 12) and nothing is saved.
    """
    is_new = call.pk is None
    with transaction.atomic():
        name_documents(call, form)
        if is_new:
            call.form = write_form(definition=None, title=call.title, form=form, by=by)
        else:
            stored = Call.objects.select_for_update().get(pk=call.pk)
            require_unfrozen(stored, call, form)
            if stored.is_draft:
                write_form(definition=call.form, title=call.title, form=form, by=by)
        call.save()
        if is_new:
            draft_page(call=call, by=by)
        action = "calls.call.created" if is_new else "calls.call.changed"
        audit.record(action, by=by, target=call, rules_sha256=sha256_of(rules_of(call, form)))
        if not call.is_draft:
            public_content_changed()
    return call


def require_unfrozen(stored: Call, changed: Call, form: Form) -> None:
    """Raise RulesFrozen when a published call's rules would change."""
    if stored.is_draft:
        return
    if sha256_of(rules_of(changed, form)) != stored.rules_sha256:
        raise RulesFrozen(
            _(
                "This call is published: window, budget, criteria, documents and form can no longer be "
                "changed, because those who apply must know the rules beforehand (L. 241/1990, art. 12)."
            )
        )


def publish_call(*, call: Call, by: User) -> Call:
    """Publish a call and its page: number, form and rules are fixed from now on, with their SHA-256.

    Raises NotReady with everything to mend, StepRefused when it is not a draft (L. 241/1990 art. 12),
    PermissionDenied.
    """
    require_may_publish(by)
    with transaction.atomic():
        locked = Call.objects.select_for_update().get(pk=call.pk)
        CALL_STEPS.require(CallStatus(locked.status), CallStatus.PUBLISHED)
        now = database_now()
        require_ready(locked, now)
        return freeze_call(call=locked, at=now, by=by)


def require_may_publish(user: User) -> None:
    """Raise PermissionDenied unless the person may publish and revoke calls."""
    require(user, "calls.publish_call")


def freeze_call(*, call: Call, at: datetime, by: User | None) -> Call:
    """Fix a locked draft's rules as of `at` and publish its page.

    Only `publish_call` and the demo's loader (for calls of the past) use it: `at` is the database's
    time for everybody else.
    """
    with transaction.atomic():
        version = freeze_form(definition=call.form, by=by)
        call.rules = rules_of(call, version.form())
        call.rules_sha256 = sha256_of(call.rules)
        call.form_version, call.published_at, call.status = version, at, CallStatus.PUBLISHED
        call.year = timezone.localtime(at).year
        call.number = take_number(register=Register.CALLS, year=call.year)
        call.save()
        publish_pages(call=call, by=by)
        audit.record("calls.call.published", by=by, target=call, rules_sha256=call.rules_sha256)
        events.emit(CallPublished(call_id=call.pk))
    return call


def revoke_call(*, call: Call, reason: str, by: User) -> Call:
    """Revoke a published call (L. 241/1990 art. 21-quinquies): nobody can apply, its page says why."""
    require_may_publish(by)
    if not reason.strip():
        raise ValueError("A revocation has a reason: the form asks for it.")
    with transaction.atomic():
        locked = Call.objects.select_for_update().get(pk=call.pk)
        CALL_STEPS.require(CallStatus(locked.status), CallStatus.REVOKED)
        locked.status, locked.revoked_reason = CallStatus.REVOKED, reason.strip()
        locked.save(update_fields=["status", "revoked_reason", "updated_at"])
        audit.record("calls.call.revoked", by=by, target=locked, reason=locked.revoked_reason)
        events.emit(CallRevoked(call_id=locked.pk))
        public_content_changed()
    return locked


def name_documents(call: Call, form: Form) -> None:
    """Give each wanted document a short name of its own, also apart from the form's file questions."""
    taken = {question.key for question in form.files()}
    taken |= {row.key for row in call.wanted_documents.all() if row.key}
    for row in call.wanted_documents.all():
        if row.key:
            continue
        wanted = slugify(row.label)[: MAX_KEY - 3] or "documento"
        row.key = next(key for key in (wanted, *(f"{wanted}-{n}" for n in range(2, 100))) if key not in taken)
        taken.add(row.key)
