"""School projects, editions, schools and teachers, plain and valid."""

from __future__ import annotations

from datetime import timedelta
from itertools import count
from typing import Any

from django.utils import timezone

from campaigns.projects.catalogue.models import Edition, ProjectAudience, SchoolProject
from campaigns.projects.catalogue.queries import this_school_year
from campaigns.projects.certificates.models import Certificate
from campaigns.projects.certificates.services import issue_certificate
from campaigns.projects.enrolments import services
from campaigns.projects.enrolments.models import Enrolment
from partners.schools.enums import ContactStatus, SchoolOrder
from partners.schools.models import School, SchoolContact
from tests.factories.accounts import UserFactory
from vicinia.accounts.models import User
from vicinia.accounts.roles import Role

_numbers = count(1)


def make_project(
    *, order: SchoolOrder = SchoolOrder.PRIMARY, grades: tuple[int, int] = (1, 5)
) -> SchoolProject:
    """A project for one order of school."""
    project = SchoolProject(title=f"Project {next(_numbers)}", pupils_do="They measure the street.")
    project.audiences = [ProjectAudience(order=order, grade_from=grades[0], grade_to=grades[1])]
    project.save()
    return project


def make_edition(places: int = 2, **fields: Any) -> Edition:
    """An edition of this school year whose sign-up is open."""
    now = timezone.now()
    fields.setdefault("project", None)
    project = fields.pop("project") or make_project()
    values = {
        "school_year": this_school_year(),
        "opens_at": now - timedelta(days=1),
        "closes_at": now + timedelta(days=1),
        **fields,
    }
    return Edition.objects.create(project=project, places=places, **values)


def make_school(order: SchoolOrder = SchoolOrder.PRIMARY) -> School:
    """A school in use."""
    number = next(_numbers)
    return School.objects.create(code=f"MLEE{number:06d}", name=f"School {number}", order=order)


def make_teacher(*schools: School) -> User:
    """A person who works in these schools."""
    teacher: User = UserFactory()
    for school in schools:
        SchoolContact.objects.create(school=school, user=teacher, status=ContactStatus.CONFIRMED)
    return teacher


def enrol(edition: Edition, school: School, label: str, *, by: User, **fields: Any) -> Enrolment:
    """Sign a class up through the service."""
    values = {"grade": 3, "pupils": 21, **fields}
    return services.enrol_class(edition=edition, school=school, class_label=label, by=by, **values)


def took_part(school: School, *, by: User, label: str = "3A", **edition: Any) -> Enrolment:
    """A class in an edition that has ended, whose teacher can have a certificate."""
    enrolment = enrol(make_edition(), school, label, by=by)
    ended = {
        "first_meeting": timezone.localdate() - timedelta(days=60),
        "last_meeting": timezone.localdate() - timedelta(days=1),
        "meetings_held": 4,
        **edition,
    }
    Edition.objects.filter(pk=enrolment.edition_id).update(**ended)
    return Enrolment.objects.select_related("edition__project", "school", "teacher").get(pk=enrolment.pk)


def certified(school: School, *, by: User, label: str = "3A") -> Certificate:
    """The certificate of such a class."""
    office: User = UserFactory(role=Role.SCHOOLS_OFFICE)
    return issue_certificate(enrolment=took_part(school, by=by, label=label), by=office)
