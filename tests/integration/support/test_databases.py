"""The tests' own ground: data made by migrations stays, races are real, the demo is there."""

import threading
from functools import partial

import pytest
from django.contrib.auth.models import Group
from django.db import connection, transaction

from tests.support import templates
from tests.support.races import run_together
from vicinia.accounts.models import User
from vicinia.accounts.roles import Role


@pytest.mark.sqlite
@pytest.mark.django_db
def test_a_test_finds_the_roles_that_migrations_make() -> None:
    assert set(Group.objects.values_list("name", flat=True)) >= set(Role.values)


@pytest.mark.sqlite
@pytest.mark.django_db
@pytest.mark.parametrize("turn", [1, 2])
def test_what_a_test_writes_is_gone_in_the_next(turn: int) -> None:
    assert not User.objects.filter(email="left@example.com").exists()
    User.objects.create_user("left@example.com")


def raise_by_one(*, locked: bool, meet: object) -> None:
    """Read, wait until the others have read too, write: loses updates without the lock."""
    with transaction.atomic():
        rows = User.objects.select_for_update() if locked else User.objects.all()
        user = rows.get(email="counter@example.com")
        if not locked:
            meet()  # type: ignore[operator]
        user.first_name = str(int(user.first_name) + 1)
        user.save()


def test_racing_threads_commit_for_real_and_a_lock_orders_them(race_database: None) -> None:
    User.objects.create_user("counter@example.com", first_name="0")
    task = partial(raise_by_one, locked=True, meet=None)
    assert run_together([task] * 8) == [None] * 8
    assert User.objects.get(email="counter@example.com").first_name == "8"


def test_racing_threads_without_a_lock_lose_updates(race_database: None) -> None:
    User.objects.create_user("counter@example.com", first_name="0")
    meet = threading.Barrier(4).wait
    assert run_together([partial(raise_by_one, locked=False, meet=meet)] * 4) == [None] * 4
    assert User.objects.get(email="counter@example.com").first_name == "1"


def test_an_exception_of_one_racer_is_a_result(race_database: None) -> None:
    def fail() -> None:
        raise ValueError("no")

    first, second = run_together([fail, lambda: 2])
    assert isinstance(first, ValueError)
    assert second == 2


@pytest.mark.sqlite
def test_what_a_test_writes_into_the_demo_is_gone_after(demo_database: None) -> None:
    User.objects.create_user("visitor@example.com")


@pytest.mark.sqlite
@pytest.mark.django_db
def test_the_demo_does_not_leak_into_other_tests() -> None:
    assert not User.objects.exists()
    assert connection.in_atomic_block


@pytest.mark.sqlite
@pytest.mark.django_db
def test_a_template_grows_from_the_last_one_until_what_was_applied_changes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    name, now = templates.migrated(), templates.digests()
    monkeypatch.setattr(templates, "digests", lambda: {**now, "partners/migrations/9999_new.py": "new"})
    assert templates.ancestor() == name
    applied = next(path for path in now if "/migrations/" in path)
    monkeypatch.setattr(templates, "digests", lambda: {**now, applied: "changed"})
    assert templates.ancestor() != name
