"""What a teacher is asked to sign a class up."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from campaigns.projects.catalogue.models import LAST_GRADE, Edition
from partners.schools.models import School, SchoolQuerySet
from vicinia.core.personal_data_forms import WarnsOfPupilData, fine_field

from .models import MOST_PUPILS


class EnrolmentForm(WarnsOfPupilData):
    """One class. There is no field for a pupil's data; the note warns when it looks like one."""

    watched = "note"

    school = forms.ModelChoiceField(
        queryset=School.objects.none(),
        label=_("School"),
        empty_label=None,
        error_messages={"required": _("Choose the school.")},
    )
    class_label = forms.CharField(
        label=_("Class"),
        max_length=20,
        help_text=_("As it is called at school, such as 3A."),
        error_messages={"required": _("Write which class it is, such as 3A.")},
    )
    grade = forms.TypedChoiceField(
        label=_("Year of the class"),
        coerce=int,
        error_messages={"required": _("Choose the year of the class.")},
    )
    pupils = forms.IntegerField(
        label=_("How many pupils"),
        min_value=1,
        max_value=MOST_PUPILS,
        help_text=_("Only the number: we never ask who they are."),
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
        error_messages={"required": _("Write how many pupils there are.")},
    )
    note = forms.CharField(
        label=_("Anything the office should know"),
        max_length=500,
        required=False,
        help_text=_("Days to avoid, a ground-floor room. No names and no data about pupils."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    note_is_fine = fine_field()

    def __init__(self, *args: Any, edition: Edition, schools: SchoolQuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        audiences = {row.order: row for row in edition.project.audiences.all()}
        suitable = schools.active().filter(order__in=audiences)
        school_field = self.fields["school"]
        assert isinstance(school_field, forms.ModelChoiceField)  # noqa: S101 - tells mypy what it is
        school_field.queryset = suitable
        first = min((row.grade_from for row in audiences.values()), default=1)
        last = max((row.grade_to for row in audiences.values()), default=LAST_GRADE)
        grade_field = self.fields["grade"]
        assert isinstance(grade_field, forms.TypedChoiceField)  # noqa: S101 - tells mypy what it is
        grade_field.choices = [("", "—"), *((number, f"{number}ª") for number in range(first, last + 1))]
        self.audiences = audiences

    def clean(self) -> dict[str, Any]:
        """Check the grade against the school's order."""
        data = super().clean()
        school, grade = data.get("school"), data.get("grade")
        if school and grade and not self.audiences[school.order].admits(grade):
            self.add_error("grade", _("In this school the project is for other years: choose one of them."))
        return data
