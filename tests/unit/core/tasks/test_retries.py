"""Which failures pass by themselves."""

from smtplib import (
    SMTPAuthenticationError,
    SMTPDataError,
    SMTPRecipientsRefused,
    SMTPServerDisconnected,
)

import pytest
from django.db import OperationalError

from vicinia.core.mail.tasks import deliver, is_temporary
from vicinia.core.tasks import retries


@pytest.mark.parametrize(
    ("error", "may_pass"),
    [
        (ConnectionRefusedError("no server"), True),
        (TimeoutError("slow server"), True),
        (SMTPServerDisconnected("gone"), True),
        (SMTPDataError(451, b"greylisted, come back later"), True),
        (SMTPRecipientsRefused({"a@example.org": (450, b"mailbox busy")}), True),
        (SMTPRecipientsRefused({"a@example.org": (550, b"no such person")}), False),
        (SMTPDataError(554, b"looks like spam"), False),
        (SMTPAuthenticationError(535, b"wrong password"), False),
        (KeyError("a fault of ours"), False),
    ],
)
def test_a_mail_is_tried_again_only_when_the_server_may_change_its_mind(
    error: Exception, may_pass: bool
) -> None:
    assert is_temporary(error) is may_pass
    assert (retries.delay_after(deliver.module_path, error, 1) is not None) is may_pass


def test_a_mail_is_tried_for_a_day() -> None:
    policy = dict(retries._policies.items())[deliver.module_path]
    assert 20 <= sum(policy.delays) / 3600 <= 26


def test_any_task_is_tried_again_when_the_database_was_away_but_not_for_ever() -> None:
    locked = OperationalError("database is locked")
    delays = [retries.delay_after("any.task", locked, failures) for failures in range(1, 6)]
    assert delays == [5, 30, 120, None, None]
    assert retries.delay_after(deliver.module_path, locked, 1) is not None
    assert retries.delay_after("any.task", ValueError(), 1) is None
