"""What the pages of the directory of associations show."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from partners.organisations.models import Organisation
from partners.organisations.way import body_url, way_through
from partners.profiles.queries import listed, public_parts
from partners.volunteering.queries import notices_of
from vicinia.core.components import Crumb, EmptyState, Fact, Hero, Link, Message
from vicinia.core.formats import whole
from vicinia.core.pages.breadcrumbs import home_crumb
from vicinia.core.pages.listing import list_address
from vicinia.directory.needs.models import Need
from vicinia.territory.models import Area

from .enums import AgeGroup
from .queries import Association, Wanted, ages_text, association_card, associations, find_associations
from .volunteers import notice_facts

FILTERS = ("bisogno", "eta", "quartiere", "q")
LICENCE = "CC BY 4.0"
LICENCE_URL = "https://creativecommons.org/licenses/by/4.0/deed.it"


def list_screen(path: str, query: Mapping[str, str]) -> dict[str, Any]:
    """The bodies that the address asks for: need (`bisogno`), age (`eta`), `quartiere`, words (`q`)."""
    address = list_address(path, query, FILTERS)
    chosen = address.chosen
    found = find_associations(Wanted(chosen["bisogno"], chosen["eta"], chosen["quartiere"], chosen["q"]))
    page, pagination = address.paginate(found)
    shown = associations(page.object_list)  # type: ignore[arg-type]
    needs = Need.objects.filter(bodies__organisation__in=listed().order_by()).distinct()
    return {
        "breadcrumbs": (home_crumb(), Crumb(_("Associations"))),
        "hero": Hero(
            _("Who can give you a hand"),
            _("Associations, cooperatives and foundations: whom they help and how to reach them."),
        ),
        "cards": tuple(map(association_card, shown)),
        "count_text": count_text(pagination.total),
        "needs": address.tags("bisogno", needs.values_list("slug", "name"), _("Every need")),
        "ages": address.tags("eta", AgeGroup.choices, _("All ages")),
        "areas": address.tags("quartiere", Area.objects.values_list("slug", "name"), _("The whole town")),
        "query": chosen["q"],
        "kept": [(key, chosen[key]) for key in FILTERS if key != "q" and chosen[key]],
        "pagination": pagination,
        "empty": empty(path, is_filtered=any(chosen[key] for key in FILTERS)),
        "licence": LICENCE,
        "licence_url": LICENCE_URL,
    }


def count_text(total: int) -> str:
    """How many were found, in words."""
    return ngettext("%(count)s association", "%(count)s associations", total) % {"count": whole(total)}


def empty(path: str, *, is_filtered: bool) -> EmptyState:
    """What to do when nothing is found."""
    if is_filtered:
        return EmptyState(
            _("No association matches"),
            _("Try another need or fewer words, or ask the help desk: someone knows whom to call."),
            Link(_("See all associations"), path),
        )
    return EmptyState(
        _("No association here for now"),
        _("Here are the bodies that the office has verified and that chose to show themselves."),
        Link(_("Register your body"), reverse("partners:organisation_register")),
    )


def detail_screen(association: Association) -> dict[str, Any]:
    """The public page of a body: only what it chose."""
    profile = association.profile
    parts = public_parts(profile)
    facts = (
        Fact(_("Needs"), ", ".join(association.needs)),
        Fact(_("Ages"), ages_text(association.ages)),
        Fact(_("Where"), where(association)),
    )
    return {
        "association": association,
        "breadcrumbs": (
            home_crumb(),
            Crumb(_("Associations"), reverse("associations:list")),
            Crumb(profile.name),
        ),
        "hero": Hero(profile.name, parts.summary, kicker=profile.legal_form),
        "parts": parts,
        "notices": [(notice, notice_facts(notice)) for notice in notices_of(profile.id)],
        "message": not_confirmed() if association.has_lapsed else None,
        "offered": [fact for fact in facts if fact.value],
    }


def not_confirmed() -> Message:
    """What a reader must know of data that nobody has confirmed this year."""
    return Message(
        "attention",
        _("The body has not confirmed them this year yet: call before you go."),
        title=_("These data may have changed"),
    )


def where(association: Association) -> str:
    """The neighbourhoods; the whole town when the body named none."""
    if association.areas:
        return ", ".join(association.areas)
    return _("the whole town") if association.ages else ""


def help_screen(organisation: Organisation, form: Any) -> dict[str, Any]:
    """The form by which a body says whom it helps."""
    return {
        "organisation": organisation,
        "form": form,
        "cancel_url": body_url(organisation),
        "breadcrumbs": way_through(organisation, Crumb(_("Whom you help"))),
        "hero": Hero(
            _("Whom you help"),
            kicker=organisation.name,
            summary=_("Who looks for help finds you by need, age and neighbourhood: everybody reads this."),
        ),
    }
