"""Loads the demo's school projects: records, pages, two school years of editions and their classes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from campaigns.outreach.models import Campaign
from partners.demo_loader import demo_organisation, paragraphs
from partners.schools.models import School, SchoolContact
from vicinia.core.demo import moment, read_yaml
from vicinia.core.demo_blocks import demo_blocks
from vicinia.core.demo_content import body, picture
from vicinia.core.pages.tree import ensure_page, home_page
from vicinia.territory.models import Topic

from .catalogue.models import Edition, ProjectAudience, SchoolProject
from .catalogue.pages import SchoolProjectPage, SchoolProjectsIndexPage
from .catalogue.queries import this_school_year
from .catalogue.school_years import shifted
from .enrolments.enums import EnrolmentState
from .enrolments.models import Enrolment

FILE = Path(__file__).parent.parent / "demo" / "projects.yaml"
SECTIONS = "ABCDEFGH"


@transaction.atomic
def load_projects() -> None:
    """Create the projects that are not there yet."""
    parent = ensure_page(
        home_page(),
        SchoolProjectsIndexPage(
            title="Progetti per le scuole",
            slug="progetti-scuole",
            summary="Il catalogo dell’anno per le scuole di Fontalba: gratuito, con le associazioni "
            "della città. Iscrivi una classe in due minuti e sai subito se c’è posto.",
            show_in_menus=True,
        ),
    )
    for entry in read_yaml(FILE):
        if not SchoolProject.objects.filter(title=entry["title"]).exists():
            project = load_project(entry)
            load_page(parent, entry, project)
            for edition in entry["editions"]:
                load_edition(project, edition)


def load_project(entry: dict[str, Any]) -> SchoolProject:
    """Create the record with its audiences."""
    project = SchoolProject(
        title=entry["title"],
        pupils_do=paragraphs(entry["pupils_do"]),
        school_provides=paragraphs(entry["school_provides"]),
        teacher_gets=paragraphs(entry["teacher_gets"]),
        meetings_count=entry["meetings"]["count"],
        meeting_minutes=entry["meetings"]["minutes"],
        meetings_when=entry["meetings"]["when"],
        partner=demo_organisation(entry["partner"]),
        campaign=Campaign.objects.filter(pages__slug=entry["campaign"]).first(),
    )
    project.topics.set(Topic.objects.filter(slug__in=entry["topics"]))
    project.audiences.set(
        [
            ProjectAudience(order=order, grade_from=min(grades), grade_to=max(grades))
            for order, grades in entry["grades"].items()
        ]
    )
    project.save()
    return project


def load_page(parent: SchoolProjectsIndexPage, entry: dict[str, Any], project: SchoolProject) -> None:
    """Create and publish the page."""
    page = SchoolProjectPage(
        title=entry["title"],
        slug=entry["key"],
        summary=entry["short"],
        project=project,
        image=picture(entry["image"]),
        image_alt=entry["image_alt"],
        body=[*body(entry["body"]), *demo_blocks(entry.get("blocks", ()))],
    )
    ensure_page(parent, page)


def load_edition(project: SchoolProject, entry: dict[str, Any]) -> None:
    """Create an edition and so many classes as the file says."""
    edition = Edition.objects.create(
        project=project,
        school_year=shifted(this_school_year(), entry["school_year"]),
        places=entry["places"],
        school_cap=entry.get("school_cap"),
        opens_at=moment(entry["enrolment_opens"]),
        closes_at=moment(entry["enrolment_closes"]),
        first_meeting=moment(entry["first_meeting"]).date(),
        last_meeting=moment(entry["last_meeting"]).date(),
        meetings_planned=entry.get("meetings_planned"),
        meetings_held=entry.get("meetings_held"),
    )
    enrolled, waiting = entry["enrolled"], entry["waiting"]
    sizes = shared(entry["pupils"], enrolled)
    classes = list(islice(classes_for(project, edition.school_year), enrolled + waiting))
    teachers = {
        contact.school_id: contact.user
        for contact in SchoolContact.objects.confirmed().select_related("user")
    }
    for number, (school, grade, label) in enumerate(classes):
        at = arrival(edition, number, len(classes))
        is_confirmed = number < enrolled
        Enrolment.objects.create(
            edition=edition,
            school=school,
            teacher=teachers.get(school.pk),
            class_label=label,
            class_key=label.casefold(),
            grade=grade,
            pupils=sizes[number] if is_confirmed else 22,
            state=EnrolmentState.CONFIRMED if is_confirmed else EnrolmentState.WAITING,
            position=None if is_confirmed else number - enrolled + 1,
            created_at=at,
            settled_at=at,
        )


def classes_for(project: SchoolProject, school_year: str) -> Iterator[tuple[School, int, str]]:
    """Classes that the project is for, section by section, from all schools of that year in turn."""
    audiences = {audience.order: audience for audience in project.audiences.all()}
    there = School.objects.filter(Q(closed_year="") | Q(closed_year__gt=school_year))
    schools = list(there.filter(order__in=audiences, first_year__lte=school_year).order_by("code"))
    for section in SECTIONS:
        for step in range(5):
            for school in schools:
                audience = audiences[school.order]
                grade = audience.grade_from + step
                if grade <= audience.grade_to:
                    yield school, grade, f"{grade}{section}"


def shared(total: int, parts: int) -> list[int]:
    """Share a number of pupils among classes, as evenly as it goes."""
    if not parts:
        return []
    each, rest = divmod(total, parts)
    return [each + (number < rest) for number in range(parts)]


def arrival(edition: Edition, number: int, count: int) -> datetime:
    """When a class was signed up: one after another, most in the first days."""
    opens, closes = edition.opens_at, edition.closes_at
    assert opens is not None  # noqa: S101 - the demo's editions all have their window
    assert closes is not None  # noqa: S101
    last = min(closes, timezone.now())
    return opens + (last - opens) * ((number + 1) / (count + 1)) ** 2
