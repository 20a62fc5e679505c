"""What the catalogue's pages show, as components."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from partners.organisations.models import Organisation
from partners.profiles.queries import PublicCard, public_cards
from partners.schools.enums import SchoolOrder
from vicinia.core.components import (
    Button,
    Card,
    EmptyState,
    Fact,
    Hero,
    Link,
    Pagination,
    Partner,
    ProgressBar,
    Ribbon,
    Tag,
)
from vicinia.core.formats import long_date, long_datetime
from vicinia.core.pages.listing import list_address
from vicinia.core.pages.pictures import hero_image
from vicinia.territory.models import Topic
from vicinia.territory.topics.tags import topic_tags

from .enums import EditionState
from .models import Edition, SchoolProject
from .pages import SchoolProjectPage, SchoolProjectsIndexPage
from .queries import (
    free_places,
    grade_tags,
    places_bar,
    project_cards,
    project_pages,
    shown_edition,
    this_school_year,
)


@dataclass(frozen=True, slots=True)
class CatalogueScreen:
    """The catalogue of a school year with its filters."""

    hero: Hero
    school_year: str
    cards: tuple[Card, ...]
    orders: tuple[Tag, ...]
    topics: tuple[Tag, ...]
    years: tuple[Tag, ...]
    pagination: Pagination
    empty: EmptyState


@dataclass(frozen=True, slots=True)
class ProjectScreen:
    """One project, with the places of its edition."""

    hero: Hero
    ribbon: Ribbon | None = None
    bar: ProgressBar | None = None
    places_text: str = ""
    sign_up: Button | None = None
    grades: tuple[Tag, ...] = ()
    facts: tuple[Fact, ...] = ()
    pupils_do: str = ""
    school_provides: str = ""
    teacher_gets: str = ""
    partners: tuple[Partner, ...] = ()
    topics: tuple[Tag, ...] = ()


def catalogue_screen(page: SchoolProjectsIndexPage, query: Mapping[str, str]) -> CatalogueScreen:
    """Return the projects that the address asks for: this school year's unless another is chosen."""
    address = list_address(page.url or "", query, ("ordine", "argomento", "anno"))
    every = project_pages(page)
    this_year = this_school_year()
    years = list(
        Edition.objects.published()
        .filter(project__pages__in=every.order_by())
        .order_by("-school_year")
        .values_list("school_year", flat=True)
        .distinct()
    )
    asked = address.chosen["anno"].replace("-", "/")
    year = asked if asked in years else this_year
    shown = every.filter(
        project__in=SchoolProject.objects.filter(
            editions__in=Edition.objects.published().filter(school_year=year)
        )
    )
    if address.chosen["ordine"]:
        shown = shown.filter(project__audiences__order=address.chosen["ordine"])
    if address.chosen["argomento"]:
        shown = shown.filter(project__topics__slug=address.chosen["argomento"])
    rows, pagination = address.paginate(shown)
    topics = Topic.objects.filter(school_projects__pages__in=every.order_by()).distinct()
    orders = set(every.order_by().values_list("project__audiences__order", flat=True).distinct())
    others = [(other.replace("/", "-"), other) for other in years if other != this_year]
    return CatalogueScreen(
        hero=Hero(page.title, page.summary),
        school_year=year,
        cards=project_cards(list(rows.object_list), year),
        orders=address.tags(
            "ordine",
            [(o.value, o.label) for o in SchoolOrder if o.value in orders],
            _("All orders of school"),
        ),
        topics=address.tags("argomento", topics.values_list("slug", "name"), _("All topics")),
        years=address.tags("anno", others, this_year),
        pagination=pagination,
        empty=EmptyState(
            _("No project here for now"),
            _("Here you find what schools can join: try another order, topic or year."),
            Link(_("See the whole catalogue"), page.url or ""),
        ),
    )


def project_screen(page: SchoolProjectPage) -> ProjectScreen:
    """Return the parts of a project's page; a draft without its project shows what there is."""
    project: SchoolProject | None = page.project
    if project is None:
        return ProjectScreen(Hero(page.title, page.summary, image=hero_image(page)))
    edition = shown_edition(project)
    sign_up = sign_up_button(edition) if edition else None
    return ProjectScreen(
        hero=Hero(
            page.title,
            page.summary,
            actions=(sign_up,) if sign_up else (),
            kicker=_("For schools, %(year)s") % {"year": edition.school_year}
            if edition
            else _("For schools"),
            image=hero_image(page),
        ),
        ribbon=ribbon(edition) if edition else None,
        bar=places_bar(edition) if edition else None,
        places_text=places_text(edition) if edition else "",
        sign_up=replace(sign_up, note="") if sign_up else None,
        grades=grade_tags(project.audiences.all()),
        facts=project_facts(project, edition),
        pupils_do=project.pupils_do,
        school_provides=project.school_provides,
        teacher_gets=project.teacher_gets,
        partners=(partner_of(project.partner),) if project.partner else (),
        topics=topic_tags(project.topics.all()),
    )


def partner_of(body: Organisation) -> Partner:
    """Return the body that carries the project, with what it shows to everybody."""
    card = public_cards([body.pk]).get(body.pk, PublicCard())
    return Partner(body.name, card.website, logo=card.logo)


def ribbon(edition: Edition) -> Ribbon:
    """Say whether sign-up is open, and the exact instant that changes it."""
    state = edition.state
    if state == EditionState.OPEN and edition.closes_at:
        return Ribbon(
            "open", _("Sign-up is open"), _("Until %(when)s.") % {"when": long_datetime(edition.closes_at)}
        )
    if state == EditionState.UPCOMING and edition.opens_at:
        return Ribbon(
            "upcoming",
            _("Sign-up is not open yet"),
            _("It opens on %(when)s.") % {"when": long_datetime(edition.opens_at)},
        )
    when = long_datetime(edition.closes_at) if edition.closes_at else ""
    return Ribbon("closed", _("Sign-up is closed"), _("Since %(when)s.") % {"when": when} if when else "")


def places_text(edition: Edition) -> str:
    """Say how many places are left for classes, and who waits."""
    free = free_places(edition)
    if free:
        return ngettext("%(count)s place left for a class", "%(count)s places left for classes", free) % {
            "count": free
        }
    if edition.waiting_count:
        return ngettext(
            "No places left: %(count)s class waits",
            "No places left: %(count)s classes wait",
            edition.waiting_count,
        ) % {"count": edition.waiting_count}
    return _("No places left")


def sign_up_button(edition: Edition) -> Button | None:
    """The one action of the page, while sign-up is open."""
    if edition.state != EditionState.OPEN:
        return None
    url = reverse("projects:enrol", args=[edition.pk])
    note = _("It takes two minutes. You need an account and the name of your school.")
    if free_places(edition):
        return Button(_("Sign a class up"), url, note=note)
    return Button(_("Join the waiting list"), url, note=note)


def project_facts(project: SchoolProject, edition: Edition | None) -> tuple[Fact, ...]:
    """Return the facts of the side column, in the order a teacher asks."""
    facts = [
        Fact(
            _("Meetings"),
            ngettext(
                "%(count)s meeting of %(minutes)s minutes",
                "%(count)s meetings of %(minutes)s minutes each",
                project.meetings_count,
            )
            % {"count": project.meetings_count, "minutes": project.meeting_minutes},
        ),
        Fact(_("When"), project.meetings_when),
    ]
    if edition:
        facts += [
            Fact(_("First meeting"), long_date(edition.first_meeting) if edition.first_meeting else ""),
            Fact(_("Last meeting"), long_date(edition.last_meeting) if edition.last_meeting else ""),
            Fact(
                pgettext("classes", "Places"),
                ngettext("%(count)s class", "%(count)s classes", edition.places) % {"count": edition.places},
            ),
            Fact(
                _("For each school"),
                ngettext("%(count)s class at most", "%(count)s classes at most", edition.school_cap)
                % {"count": edition.school_cap}
                if edition.school_cap
                else "",
            ),
        ]
    facts.append(Fact(_("Cost"), _("Free of charge")))
    return tuple(fact for fact in facts if fact.value)
