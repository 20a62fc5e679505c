"""A call and the rows that are frozen with it."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable

from partners.dossier.enums import REUSABLE_TYPES

from .enums import CallStatus, Instrument
from .window import Window


class CallQuerySet(models.QuerySet["Call"]):
    """Named selections of calls."""

    def published(self) -> CallQuerySet:
        """Calls that the office has published and not revoked."""
        return self.filter(status=CallStatus.PUBLISHED)


class Call(ClusterableModel):
    """A public notice (*bando, avviso*). Publishing it freezes its rules (L. 241/1990 art. 12)."""

    title = models.CharField(_("title"), max_length=200)
    summary = models.CharField(_("in one sentence"), max_length=255)
    year = models.PositiveSmallIntegerField(_("year"), null=True, editable=False)
    number = models.PositiveIntegerField(_("number in the year"), null=True, editable=False)
    purpose = models.TextField(_("purpose"), max_length=2000)
    who_may_apply = models.TextField(_("who may apply"), max_length=2000)
    instrument = models.CharField(
        _("instrument"), max_length=20, choices=Instrument, default=Instrument.CONTRIBUTION
    )
    topics = ParentalManyToManyField(
        "territory.Topic", verbose_name=_("topics"), related_name="+", blank=True
    )
    target_groups = ParentalManyToManyField(
        "territory.TargetGroup", verbose_name=_("target groups"), related_name="+", blank=True
    )

    # Amounts in euro.
    budget = models.DecimalField(_("total budget (€)"), max_digits=12, decimal_places=2)
    grant_min = models.DecimalField(_("smallest grant (€)"), max_digits=12, decimal_places=2)
    grant_max = models.DecimalField(_("largest grant (€)"), max_digits=12, decimal_places=2)
    co_funding_percent = models.PositiveSmallIntegerField(
        _("share paid by the organisation (%)"), default=0, validators=[MaxValueValidator(100)]
    )
    minimum_score = models.PositiveSmallIntegerField(
        _("points needed to be eligible"), null=True, blank=True, validators=[MaxValueValidator(100)]
    )

    sender_needs_mandate = models.BooleanField(
        _("who sends without being the legal representative needs a mandate"),
        default=True,
        help_text=_(
            "A document of the body's dossier, given to the person by the representative (DPR 445/2000, "
            "art. 38). Without this, whoever fills in for the body may send too."
        ),
    )
    opens_at = models.DateTimeField(_("applications open at"))
    closes_at = models.DateTimeField(_("applications close at"))
    minutes_to_apply = models.PositiveSmallIntegerField(
        _("minutes needed to apply"), default=60, help_text=_("Written beside the button, to be honest.")
    )

    act_number = models.CharField(_("act, number"), max_length=60, blank=True)
    act_date = models.DateField(_("act, date"), null=True, blank=True)
    legal_basis = models.CharField(_("legal basis"), max_length=300)
    unit = models.ForeignKey(
        "territory.Unit", on_delete=models.PROTECT, related_name="+", verbose_name=_("office")
    )
    responsible = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        limit_choices_to={"is_staff": True},
        verbose_name=_("responsible official's account"),
    )
    # "Responsabile del procedimento": never RUP, which belongs to public contracts.
    responsible_name = models.CharField(
        _("responsible official"),
        max_length=200,
        help_text=_("As it must appear on the page and on receipts."),
    )
    response_days = models.PositiveSmallIntegerField(
        _("days to conclude, from the closing"),
        default=60,
        validators=[MinValueValidator(1), MaxValueValidator(180)],
        help_text=_("Written on every receipt (L. 241/1990, art. 2 and art. 18-bis)."),
    )

    form = models.OneToOneField(
        "questions.FormDefinition", on_delete=models.PROTECT, related_name="+", verbose_name=_("form")
    )
    status = models.CharField(
        _("status"), max_length=10, choices=CallStatus, default=CallStatus.DRAFT, editable=False
    )

    # Written once, when published.
    form_version = models.ForeignKey(
        "questions.FormVersion", null=True, editable=False, on_delete=models.PROTECT, related_name="+"
    )
    rules = models.JSONField(_("frozen rules"), null=True, editable=False)
    rules_sha256 = models.CharField(_("SHA-256 of the rules"), max_length=64, blank=True, editable=False)
    published_at = models.DateTimeField(_("published at"), null=True, editable=False)
    revoked_reason = models.CharField(
        _("reason of the revocation"), max_length=500, blank=True, editable=False
    )
    created_at = models.DateTimeField(_("created at"), auto_now_add=True)
    updated_at = models.DateTimeField(_("last change"), auto_now=True)

    objects: ClassVar[models.Manager[Call]] = CallQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("noun", "call")
        verbose_name_plural = pgettext_lazy("noun", "calls")
        ordering = ["-opens_at", "-pk"]
        permissions = [("publish_call", "Can publish and revoke calls")]
        constraints = [
            models.UniqueConstraint(fields=["year", "number"], name="calls_call_number_once"),
            models.CheckConstraint(
                condition=Q(closes_at__gt=F("opens_at")),
                name="calls_call_closes_after_opening",
                violation_error_message=_("The closing must come after the opening."),
            ),
            models.CheckConstraint(
                condition=Q(budget__gt=0, grant_min__gte=0, grant_max__gte=F("grant_min")),
                name="calls_call_amounts_in_order",
                violation_error_message=_(
                    "The budget must be above zero and the largest grant not below the smallest."
                ),
            ),
            models.CheckConstraint(
                condition=Q(grant_max__lte=F("budget")),
                name="calls_call_grant_within_budget",
                violation_error_message=_("The largest grant cannot be above the whole budget."),
            ),
            models.CheckConstraint(
                condition=Q(status=CallStatus.DRAFT, number__isnull=True, rules__isnull=True)
                | Q(
                    status__in=[CallStatus.PUBLISHED, CallStatus.REVOKED],
                    number__isnull=False,
                    rules__isnull=False,
                    form_version__isnull=False,
                    published_at__isnull=False,
                    act_date__isnull=False,
                ),
                name="calls_call_frozen_when_published",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def code(self) -> str:
        """Number and year ("3/2026"); empty until published."""
        return f"{self.number}/{self.year}" if self.number else ""

    @property
    def window(self) -> Window:
        """The instants between which applications are accepted."""
        return Window(self.opens_at, self.closes_at)

    @property
    def is_draft(self) -> bool:
        """Whether the rules can still be changed."""
        return self.status == CallStatus.DRAFT


class Criterion(Orderable):
    """What the commission looks at, and for how many points."""

    call = ParentalKey(Call, on_delete=models.CASCADE, related_name="criteria")
    title = models.CharField(_("criterion"), max_length=150)
    description = models.TextField(_("what is looked at"), max_length=600, blank=True)
    weight = models.PositiveSmallIntegerField(
        _("most points"), validators=[MinValueValidator(1), MaxValueValidator(100)]
    )

    class Meta(Orderable.Meta):
        verbose_name = _("criterion")
        verbose_name_plural = _("criteria")
        constraints = [
            models.CheckConstraint(condition=Q(weight__gt=0), name="calls_criterion_weight_above_zero")
        ]

    def __str__(self) -> str:
        return self.title


class WantedDocument(Orderable):
    """A document that applicants attach."""

    call = ParentalKey(Call, on_delete=models.CASCADE, related_name="wanted_documents")
    key = models.SlugField(_("short name"), max_length=40)
    label = models.CharField(_("document"), max_length=150)
    help = models.CharField(_("help"), max_length=300, blank=True)
    required = models.BooleanField(_("required"), default=True)
    dossier_type = models.CharField(
        _("where it comes from"),
        max_length=20,
        blank=True,
        choices=[
            ("", _("A new file, only for this call")),
            *((each.value, each.label) for each in REUSABLE_TYPES),
        ],
        help_text=_(
            "A document of the dossier is not asked again: who applies chooses the version that counts, and "
            "the application keeps it as it is on that day."
        ),
    )

    class Meta(Orderable.Meta):
        verbose_name = _("wanted document")
        verbose_name_plural = _("wanted documents")
        constraints = [models.UniqueConstraint(fields=["call", "key"], name="calls_wanted_document_key_once")]

    def __str__(self) -> str:
        return self.label


class CallAct(Orderable):
    """An act of the procedure, for the public timeline; added at any time."""

    call = ParentalKey(Call, on_delete=models.CASCADE, related_name="acts")
    title = models.CharField(_("what happened"), max_length=150)
    number = models.CharField(pgettext_lazy("noun", "act"), max_length=80, blank=True)
    date = models.DateField(_("date"))

    class Meta(Orderable.Meta):
        verbose_name = pgettext_lazy("noun", "act")
        verbose_name_plural = pgettext_lazy("noun", "acts")

    def __str__(self) -> str:
        return self.title
