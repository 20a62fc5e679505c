"""Reads about the catalogue: pages, editions, and cards for whoever shows them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db.models import Exists, Min, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page

from partners.schools.school_years import this_school_year as this_school_year
from vicinia.core.components import Badge, Card, ProgressBar, Tag
from vicinia.core.formats import long_date, short_date
from vicinia.core.pages.pictures import card_images
from vicinia.core.pages.published import in_best_language, list_url, published

from .enums import EditionState
from .models import Edition, ProjectAudience, SchoolProject
from .pages import SchoolProjectPage, SchoolProjectsIndexPage


def project_pages(parent: Page | None = None) -> QuerySet[SchoolProjectPage]:
    """Return the public pages of projects in the active language (or under `parent`), by title."""
    pages = published(SchoolProjectPage.objects.filter(project__isnull=False), parent)
    related = pages.select_related("project", "locale").prefetch_related("project__audiences")
    return related.order_by("title")


def catalogue_url() -> str:
    """Return the address of the catalogue."""
    return list_url(SchoolProjectsIndexPage)


def page_url(edition: Edition) -> str | None:
    """Return the address of the project's public page, or None when it has none."""
    pages = in_best_language(SchoolProjectPage.objects.filter(project=edition.project_id))
    page = pages.select_related("locale").first()
    return page.url if page else None


def shown_edition(project: SchoolProject) -> Edition | None:
    """Return the edition that the project's page is about: the latest that the public may know of."""
    return Edition.objects.published().with_counts().filter(project=project).order_by("-school_year").first()


def editions_of_year(school_year: str, projects: Iterable[int | None]) -> dict[int, Edition]:
    """Return the published editions of a year by project, with their counts, in one query."""
    editions = Edition.objects.published().with_counts().filter(school_year=school_year, project__in=projects)
    return {edition.project_id: edition for edition in editions}


def catalogue_cards(limit: int) -> tuple[Card, ...]:
    """Return the first cards of this school year's projects: open sign-up, then places left, come first."""
    year = this_school_year()
    editions = Edition.objects.published().filter(school_year=year, project=OuterRef("project"))
    is_open = Exists(editions.open_at(timezone.now()))
    has_places = Exists(editions.with_places())
    pages = project_pages().filter(Exists(editions)).order_by(is_open.desc(), has_places.desc(), "title")
    return project_cards(list(pages[:limit]), year)


def project_cards(pages: Sequence[SchoolProjectPage], school_year: str) -> tuple[Card, ...]:
    """Return a card for each page, as the project stands in a school year."""
    editions = editions_of_year(school_year, [page.project_id for page in pages])
    return tuple(
        _card(page, editions.get(page.project_id), image)
        for page, image in zip(pages, card_images(pages), strict=True)
    )


def state_badge(edition: Edition) -> Badge:
    """Say in two words whether a class can be signed up."""
    state = edition.state
    if state == EditionState.OPEN:
        free = free_places(edition)
        if free:
            return Badge(
                ngettext("%(count)s place left", "%(count)s places left", free) % {"count": free}, "success"
            )
        return Badge(_("Waiting list"), "attention")
    if state == EditionState.UPCOMING and edition.opens_at:
        return Badge(_("Opens on %(day)s") % {"day": short_date(edition.opens_at)}, "information")
    return Badge(_("Sign-up closed"))


def places_bar(edition: Edition) -> ProgressBar:
    """Say how many places are taken, in classes."""
    taken = min(edition.confirmed_count, edition.places)
    label = ngettext("%(taken)s place taken of %(places)s", "%(taken)s places taken of %(places)s", taken)
    return ProgressBar(label % {"taken": taken, "places": edition.places}, taken, edition.places)


def free_places(edition: Edition) -> int:
    """Count the places left of an edition read `with_counts`."""
    return max(0, edition.places - edition.confirmed_count)


def grade_tags(audiences: Iterable[ProjectAudience]) -> tuple[Tag, ...]:
    """Say for whom, one chip for each order of school: "Primary school, 4th to 5th year"."""
    return tuple(Tag(audience_text(audience)) for audience in audiences)


def audience_text(audience: ProjectAudience) -> str:
    """Order of school and its years."""
    values = {
        "order": audience.get_order_display(),
        "first": audience.grade_from,
        "last": audience.grade_to,
    }
    if audience.grade_from == audience.grade_to:
        return _("%(order)s, year %(first)s") % values
    return _("%(order)s, years %(first)s to %(last)s") % values


def next_change_at() -> datetime | None:
    """Return the next instant at which the sign-up of an edition opens or closes, or None."""
    now = timezone.now()
    found = Edition.objects.aggregate(
        opens=Min("opens_at", filter=Q(opens_at__gt=now)),
        closes=Min("closes_at", filter=Q(closes_at__gt=now)),
    )
    return min((instant for instant in found.values() if instant), default=None)


def _card(page: SchoolProjectPage, edition: Edition | None, image: object) -> Card:
    is_open = bool(edition and edition.state == EditionState.OPEN)
    return Card(
        title=page.title,
        url=page.url or "",
        summary=page.summary,
        image=image,  # type: ignore[arg-type]
        badge=state_badge(edition) if edition else None,
        date_text=_("Sign up by %(day)s") % {"day": long_date(edition.closes_at)}
        if edition and is_open and edition.closes_at
        else "",
        tags=grade_tags(page.project.audiences.all()) if page.project else (),
        progress=places_bar(edition) if edition else None,
    )
