"""Makes the demo's associations and schools, and the people who act for them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.utils import timezone

from partners.demo_registry import demo_iban, load_registry
from partners.organisations.enums import LegalForm, MemberRole, OrganisationStatus, RuntsSection
from partners.organisations.models import Membership, Organisation
from partners.schools.demo_loader import load_schools
from partners.schools.enums import ContactStatus
from partners.schools.models import School, SchoolContact
from partners.schools.referents.models import Referent
from partners.schools.school_years import shifted, this_school_year
from partners.verification.enums import CheckItem, Outcome
from partners.verification.models import VerificationCheck
from vicinia.accounts.demo_loader import FILE as ACCOUNTS
from vicinia.accounts.models import User
from vicinia.core import audit
from vicinia.core.demo import moment, read_yaml
from vicinia.territory.models import TargetGroup, Topic

FOLDER = Path(__file__).parent / "demo"
MUNICIPALITY = "Fontalba"
LEGAL_FORMS = {"cooperativa_sociale": LegalForm.SOCIAL_COOPERATIVE, "fondazione": LegalForm.FOUNDATION}
SECTIONS = {
    LegalForm.ODV: RuntsSection.A,
    LegalForm.APS: RuntsSection.B,
    LegalForm.SOCIAL_COOPERATIVE: RuntsSection.D,
    LegalForm.FOUNDATION: RuntsSection.G,
}
# One is still to be verified, so that the office has something to do.
TO_VERIFY = "teatro-del-rovella-aps"


def load_partners() -> None:
    """Create what is not there yet."""
    for content in read_yaml(FOLDER / "organisations.yaml")["organisations"]:
        _load_organisation(content)
    load_schools()
    for account in read_yaml(ACCOUNTS)["accounts"]:
        _load_hats(account)


def demo_organisation(key: str) -> Organisation:
    """Return the association that the files of other apps call by this key."""
    contents = read_yaml(FOLDER / "organisations.yaml")["organisations"]
    codes = {content["key"]: content["tax_code"] for content in contents}
    return Organisation.objects.get(tax_code=codes[key])


def demo_school(key: str) -> School:
    """Return the school that the files of other apps call by this key."""
    codes = {content["key"]: content["code"] for content in read_yaml(FOLDER / "schools.yaml")["schools"]}
    return School.objects.get(code=codes[key])


def paragraphs(text: str) -> str:
    """Undo the line breaks that only keep the demo's files narrow."""
    return "\n\n".join(" ".join(part.split()) for part in text.strip().split("\n\n"))


def _load_organisation(content: dict[str, Any]) -> None:
    form = LEGAL_FORMS.get(content["legal_form"], content["legal_form"])
    is_verified = content["key"] != TO_VERIFY
    organisation, created = Organisation.objects.get_or_create(
        tax_code=content["tax_code"],
        defaults={
            "name": content["name"],
            "legal_form": form,
            "vat_number": content["tax_code"] if form == LegalForm.SOCIAL_COOPERATIVE else "",
            "runts_number": content["runts_number"],
            "runts_section": SECTIONS[LegalForm(form)],
            "runts_date": moment(content["runts_date"]).date(),
            "email": content["email"],
            "pec": content["pec"],
            "phone": content["phone"],
            "address": content["address"],
            "postcode": content["postcode"],
            "city": MUNICIPALITY,
            "website": content["web"],
            "iban": demo_iban(int(content["runts_number"])),
            "description": paragraphs(content["description"]),
            "who_they_help": content["who_they_help"],
            "founded": content["founded"],
            "volunteers": content["volunteers"],
            "status": OrganisationStatus.VERIFIED if is_verified else OrganisationStatus.TO_VERIFY,
        },
    )
    if created:
        audit.record("partners.organisation.registered", by=None, target=organisation)
        organisation.topics.set(Topic.objects.filter(slug__in=content["topics"]))
        if is_verified:
            _check(organisation)
        organisation.target_groups.set(TargetGroup.objects.filter(slug__in=content["target_groups"]))
        load_registry(organisation, content)


def _check(organisation: Organisation) -> None:
    """The office has looked at everything."""
    for item in CheckItem:
        VerificationCheck.objects.create(
            organisation=organisation, item=item, outcome=Outcome.DONE, checked_at=timezone.now()
        )


def _load_hats(account: dict[str, Any]) -> None:
    if "organisation" not in account and "school" not in account:
        return
    user = User.objects.get(email=account["email"])
    if "organisation" in account:
        Membership.objects.get_or_create(
            organisation=demo_organisation(account["organisation"]),
            user=user,
            defaults={"role": MemberRole.LEGAL_REPRESENTATIVE},
        )
    if "school" in account:
        _load_teacher(
            user, demo_school(account["school"]), ContactStatus(account.get("school_status", "confirmed"))
        )
    if "former_school" in account:
        _load_teacher(user, demo_school(account["former_school"]), ContactStatus.LEFT)


def _load_teacher(user: User, school: School, status: ContactStatus) -> None:
    contact, created = SchoolContact.objects.get_or_create(
        school=school, user=user, defaults={"status": status}
    )
    if created and status == ContactStatus.CONFIRMED:
        # Contact person of last year: what September asks is there to be tried.
        Referent.objects.create(
            school=school,
            school_year=shifted(this_school_year(), -1),
            contact=contact,
            confirmed_at=contact.asked_at,
        )
