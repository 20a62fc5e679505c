"""Issues, the pages they are made of, their links and their deliveries."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.models import Orderable

from campaigns.newsletter.subscriptions.models import NewsletterTopic, Subscriber

from .enums import DeliveryState, IssueState


class Issue(ClusterableModel):
    """One mailing. While it is a draft it follows its pages; sending freezes its words."""

    subject = models.CharField(_("subject"), max_length=120)
    preheader = models.CharField(
        _("preview line"),
        max_length=150,
        blank=True,
        help_text=_("What mail programs show beside the subject, before the message is opened."),
    )
    intro = models.TextField(
        _("opening words"), blank=True, help_text=_("An empty line starts a new paragraph.")
    )
    topics = ParentalManyToManyField(
        NewsletterTopic,
        verbose_name=_("topics"),
        related_name="issues",
        help_text=_("It goes, once, to whoever chose at least one of these."),
    )
    language = models.CharField(_("language"), max_length=10, default="it", editable=False)
    state = models.CharField(
        _("state"), max_length=10, choices=IssueState, default=IssueState.DRAFT, editable=False
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("written by"),
    )
    created_at = models.DateTimeField(_("written on"), auto_now_add=True)
    # Set when sending starts: subscribers confirmed later wait for the next issue.
    started_at = models.DateTimeField(_("sending started at"), null=True, editable=False)
    finished_at = models.DateTimeField(_("sending finished at"), null=True, editable=False)
    progress = models.ForeignKey(
        "core.Progress", null=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    frozen_html = models.TextField(editable=False, blank=True)
    frozen_text = models.TextField(editable=False, blank=True)
    # Totals, kept when the deliveries (which tell who received what) are deleted. Clicks and
    # departures are counted for the whole issue: nothing says who made them.
    recipients = models.PositiveIntegerField(_("recipients"), default=0, editable=False)
    sent = models.PositiveIntegerField(pgettext_lazy("copies", "sent"), default=0, editable=False)
    failed = models.PositiveIntegerField(pgettext_lazy("copies", "refused"), default=0, editable=False)
    unsubscribed = models.PositiveIntegerField(_("left after it"), default=0, editable=False)

    panels = [
        FieldPanel("subject"),
        FieldPanel("preheader"),
        FieldPanel("intro"),
        FieldPanel("topics", widget=CheckboxSelectMultiple),
        InlinePanel("items", heading=_("Pages, in order"), label=_("Page"), min_num=0),
    ]

    class Meta:
        verbose_name = _("newsletter issue")
        verbose_name_plural = _("newsletter issues")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=IssueState.values), name="campaigns_issue_state_known"
            ),
            models.CheckConstraint(
                condition=Q(state=IssueState.DRAFT) | (Q(started_at__isnull=False) & ~Q(frozen_html="")),
                name="campaigns_issue_frozen_once_started",
            ),
        ]

    def __str__(self) -> str:
        return self.subject

    def clicks(self) -> int:
        """How many times the links were followed, for lists."""
        return sum(link.clicks for link in self.links.all())


class IssueItem(Orderable):
    """A page of the site that the issue tells about."""

    issue = ParentalKey(Issue, on_delete=models.CASCADE, related_name="items", verbose_name=_("issue"))
    page = models.ForeignKey(
        "wagtailcore.Page", on_delete=models.CASCADE, related_name="+", verbose_name=_("page")
    )
    note = models.CharField(
        _("words for this issue"),
        max_length=300,
        blank=True,
        help_text=_("Instead of the page's own short description."),
    )

    panels = [FieldPanel("page"), FieldPanel("note")]

    class Meta(Orderable.Meta):
        verbose_name = _("page of the issue")
        verbose_name_plural = _("pages of the issue")
        constraints = [models.UniqueConstraint(fields=["issue", "page"], name="campaigns_issue_page_once")]

    def __str__(self) -> str:
        return str(self.page)


class IssueLink(models.Model):
    """A link of a sent issue and how many times it was followed, by anybody."""

    issue = models.ForeignKey(Issue, on_delete=models.CASCADE, related_name="links", verbose_name=_("issue"))
    position = models.PositiveSmallIntegerField(_("place in the message"))
    title = models.CharField(_("title"), max_length=255)
    url = models.URLField(_("address"), max_length=500)
    clicks = models.PositiveIntegerField(_("times followed"), default=0)

    class Meta:
        verbose_name = _("link of an issue")
        verbose_name_plural = _("links of an issue")
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["issue", "position"], name="campaigns_issue_link_position_once")
        ]

    def __str__(self) -> str:
        return self.title


class DeliveryQuerySet(models.QuerySet["Delivery"]):
    """Named readings of the deliveries."""

    def queued(self) -> DeliveryQuerySet:
        """Those still to send."""
        return self.filter(state=DeliveryState.QUEUED)

    def uncertain(self) -> DeliveryQuerySet:
        """Those handed over by a worker that did not live to hear the answer."""
        return self.filter(state=DeliveryState.HANDING_OVER)


class Delivery(models.Model):
    """The copy of an issue for one subscriber: there is at most one, whatever happens to the workers."""

    issue = models.ForeignKey(
        Issue, on_delete=models.CASCADE, related_name="deliveries", verbose_name=_("issue")
    )
    subscriber = models.ForeignKey(
        Subscriber, on_delete=models.CASCADE, related_name="deliveries", verbose_name=_("subscriber")
    )
    state = models.CharField(_("state"), max_length=12, choices=DeliveryState, default=DeliveryState.QUEUED)
    attempts = models.PositiveSmallIntegerField(_("refused attempts"), default=0)
    settled_at = models.DateTimeField(_("settled at"), null=True)
    error = models.CharField(_("answer of the mail server"), max_length=300, blank=True)

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        verbose_name = _("delivery")
        verbose_name_plural = _("deliveries")
        indexes = [models.Index(fields=["issue", "state", "id"], name="campaigns_delivery_queue")]
        constraints = [
            models.UniqueConstraint(fields=["issue", "subscriber"], name="campaigns_delivery_once"),
            models.CheckConstraint(
                condition=Q(state__in=DeliveryState.values), name="campaigns_delivery_state_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.issue_id}/{self.subscriber_id} {self.state}"
