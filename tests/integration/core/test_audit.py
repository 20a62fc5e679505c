"""Every write leaves who did it, to what, in which request."""

import pytest
import structlog
from django.db import transaction

from tests.factories.accounts import UserFactory
from vicinia.core import audit
from vicinia.core.audit.models import AuditEntry

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


def test_an_entry_names_person_object_and_request() -> None:
    editor, target = UserFactory(first_name="Ada", last_name="Rossi"), UserFactory()
    with structlog.contextvars.bound_contextvars(request_id="req-1"):
        audit.record("accounts.user.blocked", by=editor, target=target, reason="asked")
    entry = AuditEntry.objects.get()
    assert (entry.actor, entry.actor_label) == (editor, "Ada Rossi")
    assert (entry.target_type, entry.target_id) == ("accounts.user", str(target.pk))
    assert entry.data == {"reason": "asked"}
    assert entry.request_id == "req-1"


def test_the_name_stays_when_the_person_is_deleted() -> None:
    editor, target = UserFactory(first_name="Ada", last_name="Rossi"), UserFactory()
    audit.record("accounts.user.blocked", by=editor, target=target)
    editor.delete()
    entry = AuditEntry.objects.get()
    assert entry.actor is None
    assert entry.actor_label == "Ada Rossi"


def test_the_system_writes_without_a_person() -> None:
    audit.record("accounts.user.expired", by=None, target=UserFactory())
    entry = AuditEntry.objects.get()
    assert entry.actor is None
    assert entry.actor_label == ""


def test_what_did_not_happen_leaves_no_entry() -> None:
    user = UserFactory()
    with transaction.atomic():
        audit.record("accounts.user.blocked", by=user, target=user)
        transaction.set_rollback(True)
    assert not AuditEntry.objects.exists()
