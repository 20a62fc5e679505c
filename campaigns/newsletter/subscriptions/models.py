"""Topics, subscribers and the ledger of their consents."""

from __future__ import annotations

import uuid
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from .enums import ConsentAction, ConsentChannel, SubscriberState


class NewsletterTopicQuerySet(models.QuerySet["NewsletterTopic"]):
    """Named readings of the topics."""

    def open(self) -> NewsletterTopicQuerySet:
        """Topics that people can choose now."""
        return self.filter(is_open=True)


class NewsletterTopic(models.Model):
    """What a person can ask to be written about."""

    name = models.CharField(_("name"), max_length=80, unique=True)
    slug = models.SlugField(_("address"), max_length=80, unique=True)
    description = models.CharField(
        _("description"), max_length=200, blank=True, help_text=_("One line, shown beside the box to tick.")
    )
    position = models.PositiveSmallIntegerField(_("place in the list"), default=0)
    is_open = models.BooleanField(_("people can choose it"), default=True)

    objects = NewsletterTopicQuerySet.as_manager()

    panels = [
        FieldPanel("name"),
        FieldPanel("slug"),
        FieldPanel("description"),
        FieldPanel("position"),
        FieldPanel("is_open"),
    ]

    class Meta:
        verbose_name = _("newsletter topic")
        verbose_name_plural = _("newsletter topics")
        ordering = ["position", "name"]

    def __str__(self) -> str:
        return self.name


class SubscriberQuerySet(models.QuerySet["Subscriber"]):
    """Named readings of the subscribers."""

    def confirmed(self) -> SubscriberQuerySet:
        """Those who receive issues."""
        return self.filter(state=SubscriberState.CONFIRMED)

    def of(self, email: str) -> SubscriberQuerySet:
        """The one with this address, whatever its case."""
        return self.filter(email__iexact=email.strip())


class Subscriber(models.Model):
    """An address that asked for the newsletter. `key` is what signed links carry: never the address."""

    key = models.UUIDField(_("key"), default=uuid.uuid4, unique=True, editable=False)
    email = models.EmailField(_("e-mail address"))
    language = models.CharField(_("language"), max_length=10, default="it")
    state = models.CharField(
        _("state"), max_length=12, choices=SubscriberState, default=SubscriberState.PENDING
    )
    topics: models.ManyToManyField[NewsletterTopic, Any] = models.ManyToManyField(
        NewsletterTopic, verbose_name=_("topics"), related_name="subscribers", blank=True
    )
    # Grows whenever a request is settled, so that a confirmation link works once.
    request_number = models.PositiveIntegerField(default=1, editable=False)
    asked_at = models.DateTimeField(_("asked at"))
    confirmed_at = models.DateTimeField(_("confirmed at"), null=True, blank=True)
    left_at = models.DateTimeField(_("unsubscribed at"), null=True, blank=True)
    # Nobody can have us write to an address over and over: see services.COOL_DOWN.
    last_mail_at = models.DateTimeField(_("last service mail at"), null=True, blank=True, editable=False)
    refusals = models.PositiveSmallIntegerField(_("refusals in a row"), default=0, editable=False)

    objects = SubscriberQuerySet.as_manager()

    class Meta:
        verbose_name = _("subscriber")
        verbose_name_plural = _("subscribers")
        ordering = ["-asked_at", "-pk"]
        indexes = [models.Index(fields=["state", "id"], name="campaigns_subscriber_state")]
        constraints = [
            models.UniqueConstraint(Lower("email"), name="campaigns_subscriber_email_any_case"),
            models.CheckConstraint(
                condition=Q(state__in=SubscriberState.values), name="campaigns_subscriber_state_known"
            ),
            models.CheckConstraint(
                condition=~Q(state=SubscriberState.CONFIRMED) | Q(confirmed_at__isnull=False),
                name="campaigns_subscriber_confirmed_has_time",
            ),
        ]

    def __str__(self) -> str:
        """Enough to recognise the address; the audit trail keeps this text, so not all of it."""
        name, _at, domain = self.email.partition("@")
        return f"{name[:2]}…@{domain}"

    def topic_names(self) -> str:
        """The topics in one line, for lists."""
        return ", ".join(topic.name for topic in self.topics.all())


class ConsentIsFinal(Exception):
    """A line of the ledger was about to be rewritten."""


class Consent(models.Model):
    """A line of the ledger: what was said, to which text, when and where. Never rewritten.

    The database refuses an update too (migration's trigger). It holds no network address. Lines go
    only with the subscriber's own row, when a request was never confirmed or by the retention rule.
    """

    subscriber = models.ForeignKey(
        Subscriber, on_delete=models.CASCADE, related_name="consents", verbose_name=_("subscriber")
    )
    action = models.CharField(_("what"), max_length=10, choices=ConsentAction)
    text = models.TextField(_("text shown to the person"))
    version = models.CharField(_("version of the text"), max_length=20)
    channel = models.CharField(_("where"), max_length=20, choices=ConsentChannel)
    topics: models.JSONField[Any, Any] = models.JSONField(_("topics at that time"), default=list)
    at = models.DateTimeField(_("when"))

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("ledger of consents")
        ordering = ["at", "pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(action__in=ConsentAction.values), name="campaigns_consent_action_known"
            ),
            models.CheckConstraint(
                condition=Q(channel__in=ConsentChannel.values), name="campaigns_consent_channel_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_action_display()} {self.at:%Y-%m-%d}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write the line once."""
        if self.pk and not self._state.adding:
            raise ConsentIsFinal
        super().save(*args, **kwargs)
