"""What the screens of schools show to teachers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vicinia.core.components import Crumb, EmptyState, Fact, Hero, Message
from vicinia.core.reserved_area import way_to
from vicinia.territory.municipalities.queries import served_codes

from .check_character import looks_mistyped
from .enums import Capacity, Registry
from .models import School
from .queries import search_schools
from .succession.queries import heir_of_code

# More than this nobody reads: the search asks for another word.
SHOWN = 30


def search(text: str, back: str, error: str = "") -> dict[str, Any]:
    """The schools that match, each with its button to choose it."""
    codes = served_codes()
    heir = heir_of_code(text.strip())
    found = search_schools(heir.code if heir else text, municipality_codes=codes)
    schools = list(found[: SHOWN + 1])
    return {
        "query": text,
        "next": back,
        "capacities": Capacity.choices,
        "error": error,
        "message": _goes_on(text, heir) if heir else None,
        "schools": [Choice.of(school) for school in schools[:SHOWN]],
        "count_text": count_text(len(schools)),
        "empty": None if schools else _nothing(text, has_municipalities=bool(codes)),
        "breadcrumbs": way_to(Crumb(_("Choose your school"))),
        "hero": Hero(
            _("In which school do you work?"),
            summary=_(
                "Choose it once: when the school confirms that you work there, you can sign classes up."
            ),
        ),
    }


def _goes_on(text: str, heir: School) -> Message:
    return Message(
        "information",
        _("The school that had the code %(old)s goes on as %(school)s, with the code %(new)s.")
        % {"old": text.strip().upper(), "school": heir.name, "new": heir.code},
        title=_("The school has changed code"),
    )


@dataclass(frozen=True, slots=True)
class Choice:
    """One school of the list: what tells it from the others."""

    id: str
    name: str
    code: str
    details: str

    @classmethod
    def of(cls, school: School) -> Choice:
        """Describe a school by its order, address and institute."""
        parts = [school.get_order_display(), school.address, school.municipality]
        if school.institute and school.institute.name != school.name:
            parts.append(school.institute.name)
        # A text: as a number it would get the dot of the thousands.
        return cls(str(school.pk), school.name, school.code, " · ".join(part for part in parts if part))


def count_text(count: int) -> str:
    """How many schools were found, in words."""
    if count > SHOWN:
        return _("The first %(number)d schools: add a word to find yours.") % {"number": SHOWN}
    return ngettext("%(number)d school found", "%(number)d schools found", count) % {"number": count}


def _nothing(text: str, *, has_municipalities: bool) -> EmptyState:
    if not has_municipalities:
        return EmptyState(
            _("The office has not chosen its schools yet"),
            _("Come back in a few days, or write to us if you are waiting to sign a class up."),
        )
    if looks_mistyped(text):
        return EmptyState(
            _("No school with the code «%(text)s»") % {"text": text.strip().upper()},
            _(
                "Its last character does not fit the others: there may be a typing error. Check it, or try "
                "the name."
            ),
        )
    return EmptyState(
        _("No school with «%(text)s»") % {"text": text[:60]},
        _("Try one word only, the street or the school's code. Only our municipality's schools are here."),
    )


def facts(school: School) -> list[Fact]:
    """What the registry says of a school."""
    town = " ".join(filter(None, [school.postcode, school.municipality]))
    known = [
        Fact(_("Code"), school.code),
        Fact(_("Order"), school.get_order_display()),
        Fact(_("Kind of school"), school.level.capitalize()),
        Fact(_("Features"), school.features.capitalize()),
        Fact(_("Institute"), f"{school.institute} ({school.institute.code})" if school.institute else ""),
        Fact(_("Address"), ", ".join(filter(None, [school.address, town]))),
        Fact(_("Province"), school.province.title()),
        Fact(_("E-mail"), school.email, f"mailto:{school.email}"),
        Fact(_("Certified e-mail (PEC)"), school.pec),
        Fact(_("Website"), school.website, school.website),
        Fact(_("Registry"), f"{Registry(school.registry).label} {school.school_year}"),
        Fact(_("In use"), _("Yes") if school.is_active else _("No")),
        Fact(_("No longer in the registry since"), school.closed_year),
    ]
    return [fact for fact in known if fact.value]
