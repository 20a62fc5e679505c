"""Enrolments of classes. Nothing here can hold a pupil's name: a label, a grade and a number."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from campaigns.projects.catalogue.models import LAST_GRADE, Edition
from partners.schools.models import School

from .enums import EnrolmentState

MOST_PUPILS = 40


class EnrolmentQuerySet(models.QuerySet["Enrolment"]):
    """Named readings of the enrolments."""

    def active(self) -> EnrolmentQuerySet:
        """Confirmed or waiting."""
        return self.exclude(state=EnrolmentState.CANCELLED)

    def confirmed(self) -> EnrolmentQuerySet:
        """Those that have a place."""
        return self.filter(state=EnrolmentState.CONFIRMED)

    def waiting(self) -> EnrolmentQuerySet:
        """The waiting list, first in line first."""
        return self.filter(state=EnrolmentState.WAITING).order_by("position")


class Enrolment(models.Model):
    """A class of a school in an edition of a project."""

    edition = models.ForeignKey(
        Edition, on_delete=models.PROTECT, related_name="enrolments", verbose_name=_("edition")
    )
    school = models.ForeignKey(
        School, on_delete=models.PROTECT, related_name="enrolments", verbose_name=_("school")
    )
    teacher = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="enrolments",
        verbose_name=_("teacher"),
    )
    class_label = models.CharField(_("class"), max_length=20)
    # The label without case and spaces: "3 a" and "3A" are one class.
    class_key = models.CharField(max_length=20, editable=False)
    grade = models.PositiveSmallIntegerField(_("grade"))
    pupils = models.PositiveSmallIntegerField(_("number of pupils"))
    note = models.CharField(_("note for the office"), max_length=500, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=EnrolmentState)
    # Order of arrival on the waiting list of the edition; what people see is the place in line.
    position = models.PositiveIntegerField(_("arrival on the waiting list"), null=True, blank=True)
    created_at = models.DateTimeField(_("signed up at"))
    settled_at = models.DateTimeField(_("last change of state"))

    objects = EnrolmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("enrolment")
        verbose_name_plural = _("enrolments")
        ordering = ["-created_at", "-pk"]
        indexes = [models.Index(fields=["edition", "state"], name="campaigns_enrolment_places")]
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "school", "class_key"],
                condition=~Q(state=EnrolmentState.CANCELLED),
                name="campaigns_enrolment_class_once",
            ),
            models.UniqueConstraint(
                fields=["edition", "position"],
                condition=Q(state=EnrolmentState.WAITING),
                name="campaigns_enrolment_one_in_each_place",
            ),
            models.CheckConstraint(
                condition=Q(state__in=EnrolmentState.values), name="campaigns_enrolment_state_known"
            ),
            models.CheckConstraint(
                condition=~Q(state=EnrolmentState.WAITING) | Q(position__isnull=False),
                name="campaigns_enrolment_waiting_has_position",
            ),
            models.CheckConstraint(
                condition=Q(pupils__gte=1, pupils__lte=MOST_PUPILS), name="campaigns_enrolment_pupils"
            ),
            models.CheckConstraint(
                condition=Q(grade__gte=1, grade__lte=LAST_GRADE), name="campaigns_enrolment_grade"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.class_label}, {self.school}"
