"""What everybody may read of a body."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Prefetch, QuerySet
from django.utils.text import slugify

from partners.logos.queries import logo_of, public_image
from partners.officers.models import Officer
from partners.officers.queries import legal_representative
from partners.organisations.enums import OrganisationStatus
from partners.organisations.models import Organisation
from vicinia.core.components import Fact, Image
from vicinia.core.formats import short_date, whole

from .enums import PublicFieldName
from .models import PublicField

IDENTITY = (
    PublicFieldName.TAX_CODE,
    PublicFieldName.VAT_NUMBER,
    PublicFieldName.RUNTS,
    PublicFieldName.REPRESENTATIVE,
    PublicFieldName.FOUNDED,
    PublicFieldName.VOLUNTEERS,
)
CONTACTS = (
    PublicFieldName.SEAT,
    PublicFieldName.PHONE,
    PublicFieldName.EMAIL,
    PublicFieldName.PEC,
    PublicFieldName.WEBSITE,
)


@dataclass(frozen=True, slots=True)
class PublicProfile:
    """A body as everybody reads it; `values` has only what it chose and what is not empty."""

    id: int
    name: str
    legal_form: str
    values: dict[PublicFieldName, str]
    logo: Image | None = None

    @property
    def slug(self) -> str:
        """The end of the page's address."""
        return slug_of(self.name, self.id)


@dataclass(frozen=True, slots=True)
class PublicCard:
    """A body named on another page: what it chose to show of itself."""

    website: str = ""
    logo: Image | None = None


@dataclass(frozen=True, slots=True)
class PublicParts:
    """A profile in the parts of its page; what the body does not show is empty."""

    profile: PublicProfile
    summary: str
    description: str
    topics: str
    target_groups: str
    identity: tuple[Fact, ...]
    contacts: tuple[Fact, ...]


def slug_of(name: str, number: int) -> str:
    """Return the end of a public page's address; the number holds when the name changes."""
    return f"{slugify(name)[:80].strip('-')}-{number}".lstrip("-")


def listed() -> QuerySet[Organisation]:
    """Return the bodies of the public directory: verified, with at least one part to show; by name."""
    chosen = PublicField.objects.filter(organisation=OuterRef("pk"))
    return Organisation.objects.filter(Exists(chosen), status=OrganisationStatus.VERIFIED)


def showing(name: PublicFieldName) -> Exists:
    """Return the condition that a body shows this part."""
    return Exists(PublicField.objects.filter(organisation=OuterRef("pk"), name=name))


def with_public_parts(organisations: QuerySet[Organisation]) -> QuerySet[Organisation]:
    """Read with the bodies what a public page needs: four queries however many they are."""
    officers = Prefetch("officers", Officer.objects.in_office())
    return organisations.select_related("logo").prefetch_related(
        "public_fields", "topics", "target_groups", officers
    )


def public_cards(ids: Iterable[int]) -> dict[int, PublicCard]:
    """Return what other pages may show of those bodies of the directory, by the body's key; one query."""
    rows = listed().filter(pk__in=set(ids)).select_related("logo")
    rows = rows.annotate(
        shows_logo=showing(PublicFieldName.LOGO), shows_website=showing(PublicFieldName.WEBSITE)
    )
    return {
        row.pk: PublicCard(
            website=row.website if row.shows_website else "",
            logo=public_image(row) if row.shows_logo else None,
        )
        for row in rows
    }


def public_profile(organisation: Organisation, names: set[str] | None = None) -> PublicProfile:
    """Return what a body shows, or would show if it chose `names`."""
    if names is None:
        names = {each.name for each in organisation.public_fields.all()}
    found = {name: value_of(organisation, name) for name in PublicFieldName if name in names}
    return PublicProfile(
        id=organisation.pk,
        name=organisation.name,
        legal_form=organisation.get_legal_form_display(),
        values={name: value for name, value in found.items() if value},
        logo=public_image(organisation) if PublicFieldName.LOGO in found else None,
    )


def value_of(organisation: Organisation, name: PublicFieldName) -> str:
    """Return a part of the profile as people read it; empty when there is none to show."""
    return VALUES[name](organisation) if name in VALUES else str(getattr(organisation, name) or "")


def _tax_code(organisation: Organisation) -> str:
    # Sixteen characters are those of a natural person, which are never public.
    return organisation.tax_code if len(organisation.tax_code) == 11 else ""


def runts_text(organisation: Organisation) -> str:
    """Return number, section and date in RUNTS: `4821 · A – … · 3 marzo 2022`."""
    day = short_date(organisation.runts_date) if organisation.runts_date else ""
    return " · ".join(
        filter(None, [organisation.runts_number, organisation.get_runts_section_display(), day])
    )


def _representative(organisation: Organisation) -> str:
    officer = legal_representative(organisation)
    return officer.name if officer else ""


VALUES: dict[PublicFieldName, Callable[[Organisation], str]] = {
    # What it says to who does not see it.
    PublicFieldName.LOGO: lambda organisation: organisation.name if logo_of(organisation) else "",
    PublicFieldName.TOPICS: lambda organisation: ", ".join(map(str, organisation.topics.all())),
    PublicFieldName.TARGET_GROUPS: lambda organisation: ", ".join(map(str, organisation.target_groups.all())),
    PublicFieldName.TAX_CODE: _tax_code,
    PublicFieldName.RUNTS: runts_text,
    PublicFieldName.REPRESENTATIVE: _representative,
    PublicFieldName.FOUNDED: lambda organisation: str(organisation.founded or ""),
    PublicFieldName.VOLUNTEERS: lambda organisation: (
        whole(organisation.volunteers) if organisation.volunteers else ""
    ),
}


def public_parts(profile: PublicProfile) -> PublicParts:
    """Return the parts of the public page, the same on the page and in its preview."""
    values = profile.values
    return PublicParts(
        profile=profile,
        summary=values.get(PublicFieldName.WHO_THEY_HELP, ""),
        description=values.get(PublicFieldName.DESCRIPTION, ""),
        topics=values.get(PublicFieldName.TOPICS, ""),
        target_groups=values.get(PublicFieldName.TARGET_GROUPS, ""),
        identity=tuple(Fact(name.label, values[name]) for name in IDENTITY if name in values),
        contacts=tuple(
            Fact(name.label, values[name], link_of(name, values[name])) for name in CONTACTS if name in values
        ),
    )


def link_of(name: PublicFieldName, value: str) -> str:
    """Return where a contact leads: writes, calls or opens."""
    if name in {PublicFieldName.EMAIL, PublicFieldName.PEC}:
        return f"mailto:{value}"
    if name == PublicFieldName.PHONE:
        return f"tel:{''.join(value.split())}"
    return value if name == PublicFieldName.WEBSITE else ""
