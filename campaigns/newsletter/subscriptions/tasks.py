"""Scheduled work on subscriptions."""

from datetime import timedelta

from django_tasks import task

from .services import forget_unconfirmed

# Four times the life of the confirmation link: who comes late can still be answered by the office.
UNCONFIRMED_KEPT = timedelta(days=30)


@task()
def forget_unconfirmed_requests() -> int:
    """Delete the requests that nobody confirmed; return how many. Safe to run twice."""
    return forget_unconfirmed(older_than=UNCONFIRMED_KEPT)
