"""Why something about an application is refused; each message is a sentence for the applicant."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from calls.notices.enums import CallStatus
from calls.notices.models import Call
from vicinia.core.formats import long_datetime


class ApplicationRefused(Exception):
    """Nothing was changed."""


class NotOpen(ApplicationRefused):
    """The call does not accept applications yet, or any longer by decision of the office."""


class DeadlinePassed(ApplicationRefused):
    """The closing instant has passed by the database's clock."""


class AlreadySent(ApplicationRefused):
    """What was sent can no longer be changed."""


class NoMandate(ApplicationRefused):
    """The person may fill in and not send: no representative, and no mandate that counts."""


class NotComplete(ApplicationRefused):
    """Something required is missing or wrong."""

    def __init__(self, message: str, labels: Sequence[str]) -> None:
        super().__init__(message)
        self.labels = tuple(labels)


def require_open(call: Call, now: datetime) -> None:
    """Raise unless the call accepts applications at this instant of the database's clock."""
    if call.status != CallStatus.PUBLISHED:
        raise NotOpen(_("This call does not accept applications."))
    if now < call.opens_at:
        raise NotOpen(
            _("This call is not open yet: you can apply from %(instant)s.")
            % {"instant": long_datetime(call.opens_at)}
        )
    if now >= call.closes_at:
        raise DeadlinePassed(
            _(
                "The time to apply ended on %(instant)s: nothing can be changed or sent any longer. What you "
                "had saved is kept and you can still read it."
            )
            % {"instant": long_datetime(call.closes_at)}
        )
