"""Projects and editions. The words that promote them live on their pages (`pages.py`)."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Count, F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel

from partners.organisations.models import Organisation
from partners.schools.enums import SchoolOrder
from vicinia.territory.topics.models import Topic

from .enums import EditionState, edition_state
from .school_years import SHAPE, validate_school_year

LAST_GRADE = 5


class SchoolProject(ClusterableModel):
    """What is offered to schools, whatever the year."""

    title = models.CharField(_("title"), max_length=120, unique=True)
    pupils_do = models.TextField(_("what pupils do"), help_text=_("An empty line starts a new paragraph."))
    school_provides = models.TextField(_("what the school provides"), blank=True)
    teacher_gets = models.TextField(_("what the teacher gets"), blank=True)
    topics = ParentalManyToManyField(
        Topic, verbose_name=_("topics"), related_name="school_projects", blank=True
    )
    meetings_count = models.PositiveSmallIntegerField(_("number of meetings"), default=1)
    meeting_minutes = models.PositiveSmallIntegerField(_("length of a meeting, in minutes"), default=60)
    meetings_when = models.CharField(
        _("when"), max_length=150, blank=True, help_text=_("Days and months, in words.")
    )
    partner = models.ForeignKey(
        Organisation,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="school_projects",
        verbose_name=_("partner organisation"),
    )

    campaign = models.ForeignKey(
        "campaigns.Campaign",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="school_projects",
        verbose_name=_("campaign it belongs to"),
    )

    panels = [
        FieldPanel("title"),
        FieldPanel("pupils_do"),
        InlinePanel("audiences", heading=_("For whom"), label=_("Order of school"), min_num=1),
        FieldPanel("school_provides"),
        FieldPanel("teacher_gets"),
        FieldRowPanel([FieldPanel("meetings_count"), FieldPanel("meeting_minutes")]),
        FieldPanel("meetings_when"),
        FieldPanel("topics"),
        FieldPanel("partner"),
        FieldPanel("campaign"),
    ]

    class Meta:
        verbose_name = _("school project")
        verbose_name_plural = _("school projects")
        ordering = ["title"]

    def __str__(self) -> str:
        return self.title


class ProjectAudience(models.Model):
    """One order of school and the grades of it that a project is for."""

    project = ParentalKey(
        SchoolProject, on_delete=models.CASCADE, related_name="audiences", verbose_name=_("school project")
    )
    order = models.CharField(_("order of school"), max_length=14, choices=SchoolOrder)
    grade_from = models.PositiveSmallIntegerField(
        _("from grade"), default=1, validators=[MinValueValidator(1), MaxValueValidator(LAST_GRADE)]
    )
    grade_to = models.PositiveSmallIntegerField(
        _("to grade"), default=LAST_GRADE, validators=[MinValueValidator(1), MaxValueValidator(LAST_GRADE)]
    )

    panels = [FieldPanel("order"), FieldRowPanel([FieldPanel("grade_from"), FieldPanel("grade_to")])]

    class Meta:
        verbose_name = _("for whom")
        verbose_name_plural = _("for whom")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["project", "order"], name="campaigns_audience_order_once"),
            models.CheckConstraint(
                condition=Q(grade_from__gte=1, grade_to__lte=LAST_GRADE, grade_from__lte=F("grade_to")),
                name="campaigns_audience_grades_in_order",
                violation_error_message=_("The first grade cannot come after the last."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_order_display()} {self.grade_from}-{self.grade_to}"

    def admits(self, grade: int) -> bool:
        """Tell whether the project is for this grade."""
        return self.grade_from <= grade <= self.grade_to


class EditionQuerySet(models.QuerySet["Edition"]):
    """Named readings of the editions."""

    def with_counts(self) -> EditionQuerySet:
        """Add `confirmed_count` and `waiting_count`, in classes."""
        return self.annotate(  # type: ignore[no-redef] # declared by the model, so that its readers are typed
            confirmed_count=Count("enrolments", filter=Q(enrolments__state="confirmed")),
            waiting_count=Count("enrolments", filter=Q(enrolments__state="waiting")),
        )

    def with_places(self) -> EditionQuerySet:
        """Those that have confirmed fewer classes than their places."""
        confirmed = Count("enrolments", filter=Q(enrolments__state="confirmed"))
        return self.alias(taken=confirmed).filter(taken__lt=F("places"))

    def published(self) -> EditionQuerySet:
        """Those with an enrolment window: the public may know of them."""
        return self.filter(opens_at__isnull=False)

    def open_at(self, now: datetime) -> EditionQuerySet:
        """Those whose window is open at an instant."""
        return self.filter(opens_at__lte=now, closes_at__gt=now)


class Edition(models.Model):
    """A project in a school year: how many classes, and when they can be signed up."""

    # Filled by `with_counts()` alone: a reading without it has no business with them.
    confirmed_count: int
    waiting_count: int

    project = models.ForeignKey(
        SchoolProject, on_delete=models.PROTECT, related_name="editions", verbose_name=_("school project")
    )
    school_year = models.CharField(
        _("school year"), max_length=7, validators=[validate_school_year], help_text=_("Such as 2026/27.")
    )
    places = models.PositiveSmallIntegerField(_("places, in classes"), validators=[MinValueValidator(1)])
    school_cap = models.PositiveSmallIntegerField(
        _("most classes of one school"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text=_("Empty: no limit for a school. The waiting list counts."),
    )
    opens_at = models.DateTimeField(
        _("sign-up opens"), null=True, blank=True, help_text=_("Empty: the edition is in preparation.")
    )
    closes_at = models.DateTimeField(_("sign-up closes"), null=True, blank=True)
    first_meeting = models.DateField(_("first meeting"), null=True, blank=True)
    last_meeting = models.DateField(_("last meeting"), null=True, blank=True)
    meetings_planned = models.PositiveSmallIntegerField(_("meetings planned"), null=True, blank=True)
    meetings_held = models.PositiveSmallIntegerField(_("meetings held"), null=True, blank=True)

    objects = EditionQuerySet.as_manager()

    panels = [
        FieldPanel("project"),
        FieldPanel("school_year"),
        FieldRowPanel([FieldPanel("places"), FieldPanel("school_cap")]),
        FieldRowPanel([FieldPanel("opens_at"), FieldPanel("closes_at")]),
        FieldRowPanel([FieldPanel("first_meeting"), FieldPanel("last_meeting")]),
        FieldRowPanel([FieldPanel("meetings_planned"), FieldPanel("meetings_held")]),
    ]

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        ordering = ["-school_year", "project__title"]
        constraints = [
            models.UniqueConstraint(fields=["project", "school_year"], name="campaigns_edition_once_a_year"),
            models.CheckConstraint(
                condition=Q(school_year__regex=SHAPE), name="campaigns_edition_school_year_shape"
            ),
            models.CheckConstraint(condition=Q(places__gte=1), name="campaigns_edition_has_places"),
            models.CheckConstraint(
                condition=Q(school_cap__isnull=True) | Q(school_cap__gte=1), name="campaigns_edition_cap"
            ),
            models.CheckConstraint(
                condition=Q(opens_at__isnull=True, closes_at__isnull=True) | Q(closes_at__gt=F("opens_at")),
                name="campaigns_edition_window",
                violation_error_message=_("Sign-up must close after it opens (or leave both empty)."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.project} {self.school_year}"

    @property
    def state(self) -> EditionState:
        """Where the edition stands by this machine's clock: for screens, never for decisions."""
        return edition_state(self.opens_at, self.closes_at, timezone.now())

    def state_label(self) -> str:
        """The state in words, for lists."""
        return str(self.state.label)

    def clean(self) -> None:
        """Ask for both ends of the window or neither."""
        if (self.opens_at is None) != (self.closes_at is None):
            raise ValidationError(_("Write both when sign-up opens and when it closes, or neither."))
