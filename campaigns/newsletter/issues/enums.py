"""The states of an issue and of each of its deliveries."""

from django.db import models
from django.utils.translation import pgettext_lazy

from vicinia.core.state import StateTable


class IssueState(models.TextChoices):
    """Where an issue stands."""

    DRAFT = "draft", pgettext_lazy("newsletter issue", "draft")
    SENDING = "sending", pgettext_lazy("newsletter issue", "being sent")
    STOPPED = "stopped", pgettext_lazy("newsletter issue", "stopped")
    SENT = "sent", pgettext_lazy("newsletter issue", "sent")


ISSUE_STEPS: StateTable[IssueState] = StateTable(
    {
        IssueState.DRAFT: frozenset({IssueState.SENDING}),
        IssueState.SENDING: frozenset({IssueState.STOPPED, IssueState.SENT}),
        IssueState.STOPPED: frozenset({IssueState.SENDING}),
        # Only for the uncertain ones, when a person decides to send them again.
        IssueState.SENT: frozenset({IssueState.SENDING}),
    }
)


class DeliveryState(models.TextChoices):
    """Where the copy of one subscriber stands; the protocol is in `sending.py`."""

    QUEUED = "queued", pgettext_lazy("newsletter copy", "waiting")
    HANDING_OVER = "handing_over", pgettext_lazy("newsletter copy", "uncertain")
    SENT = "sent", pgettext_lazy("newsletter copy", "sent")
    FAILED = "failed", pgettext_lazy("newsletter copy", "refused")
    SKIPPED = "skipped", pgettext_lazy("newsletter copy", "left before the sending")


DELIVERY_STEPS: StateTable[DeliveryState] = StateTable(
    {
        DeliveryState.QUEUED: frozenset(
            {DeliveryState.HANDING_OVER, DeliveryState.FAILED, DeliveryState.SKIPPED}
        ),
        # Back to the queue only by a person's decision (services.send_uncertain_again).
        DeliveryState.HANDING_OVER: frozenset(
            {DeliveryState.SENT, DeliveryState.FAILED, DeliveryState.QUEUED}
        ),
        DeliveryState.SENT: frozenset(),
        DeliveryState.FAILED: frozenset(),
        DeliveryState.SKIPPED: frozenset(),
    }
)
