"""Classes and pupils of a school: the denominators of what we count."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from partners.schools.models import School
from partners.schools.school_years import SHAPE

LAST_GRADE = 5
# Sections of several ages, classes of several grades: of no grade alone.
SEVERAL = 0
MOST_CLASSES, MOST_PUPILS = 200, 5_000


class Headcount(models.Model):
    """How many classes and pupils a school has in a grade of a school year: no pupil, only numbers."""

    school = models.ForeignKey(
        School, on_delete=models.CASCADE, related_name="headcounts", verbose_name=_("school")
    )
    school_year = models.CharField(_("school year"), max_length=7)
    grade = models.PositiveSmallIntegerField(
        _("grade"), default=SEVERAL, help_text=_("From 1 to 5; 0 for classes of several grades.")
    )
    classes = models.PositiveIntegerField(_("classes"))
    pupils = models.PositiveIntegerField(_("pupils"))
    source = models.CharField(
        _("source"), max_length=100, blank=True, help_text=_("Who counted, such as the ministry's open data.")
    )

    class Meta:
        verbose_name = _("classes and pupils of a grade")
        verbose_name_plural = _("classes and pupils by grade")
        ordering = ["-school_year", "grade"]
        constraints = [
            models.UniqueConstraint(
                fields=["school", "school_year", "grade"], name="partners_headcount_once_a_grade"
            ),
            models.CheckConstraint(condition=Q(grade__lte=LAST_GRADE), name="partners_headcount_grade"),
            models.CheckConstraint(
                condition=Q(school_year__regex=SHAPE), name="partners_headcount_year_shape"
            ),
            models.CheckConstraint(
                condition=Q(classes__lte=MOST_CLASSES, pupils__lte=MOST_PUPILS),
                name="partners_headcount_plausible",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.school} {self.school_year} {self.grade or ''}".rstrip()
