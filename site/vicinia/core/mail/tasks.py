"""The worker's part of sending a mail."""

from smtplib import SMTPException, SMTPRecipientsRefused, SMTPResponseException
from typing import Any

from django_tasks import task

from vicinia.core.tasks import retries

from .services import build

MINUTE, HOUR = 60, 3600
# Before Wagtail's search and reference updates, which share the queue: somebody waits for a mail.
PRIORITY = 10


@task(priority=PRIORITY)
def deliver(message: dict[str, Any]) -> None:
    """Hand one mail to the mail server; tried again for a day while the server is away or says "later"."""
    build(message).send()


def is_temporary(error: Exception) -> bool:
    """Tell whether the mail may still go out: no answer, or an answer of the 4xx kind (RFC 5321, 4.2.1)."""
    if isinstance(error, SMTPRecipientsRefused):
        return any(code < 500 for code, _text in error.recipients.values())
    if isinstance(error, SMTPResponseException):
        return error.smtp_code < 500
    return isinstance(error, SMTPException | OSError)


retries.register(
    deliver,
    retries.RetryPolicy(
        when=is_temporary,
        delays=(MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR),
    ),
)
