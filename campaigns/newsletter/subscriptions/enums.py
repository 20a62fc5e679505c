"""The states of a subscription and what the ledger says of it."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from vicinia.core.state import StateTable


class SubscriberState(models.TextChoices):
    """Where a subscription stands; only `confirmed` receives issues."""

    PENDING = "pending", pgettext_lazy("subscriber", "to be confirmed")
    CONFIRMED = "confirmed", pgettext_lazy("subscriber", "confirmed")
    UNSUBSCRIBED = "unsubscribed", pgettext_lazy("subscriber", "unsubscribed")
    UNREACHABLE = "unreachable", pgettext_lazy("subscriber", "mailbox does not answer")


SUBSCRIBER_STEPS: StateTable[SubscriberState] = StateTable(
    {
        SubscriberState.PENDING: frozenset({SubscriberState.CONFIRMED, SubscriberState.UNSUBSCRIBED}),
        SubscriberState.CONFIRMED: frozenset({SubscriberState.UNSUBSCRIBED, SubscriberState.UNREACHABLE}),
        # Whoever left, or could not be reached, may ask again: it is a new request to confirm.
        SubscriberState.UNSUBSCRIBED: frozenset({SubscriberState.PENDING}),
        SubscriberState.UNREACHABLE: frozenset({SubscriberState.PENDING, SubscriberState.UNSUBSCRIBED}),
    }
)


class ConsentAction(models.TextChoices):
    """What a line of the ledger says."""

    ASKED = "asked", _("asked, not yet confirmed")
    GIVEN = "given", _("consent given")
    CHANGED = "changed", _("topics changed")
    WITHDRAWN = "withdrawn", _("consent withdrawn")


class ConsentChannel(models.TextChoices):
    """Where the person said it."""

    WEB_FORM = "web_form", _("subscription form")
    CONFIRMATION = "confirmation", _("link in the confirmation e-mail")
    PREFERENCES = "preferences", _("preferences page")
    UNSUBSCRIBE_PAGE = "unsubscribe_page", _("unsubscribe page")
    ONE_CLICK = "one_click", _("unsubscribe button of the mail program")
    OFFICE = "office", _("office, at the person's request")
