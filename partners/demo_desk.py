"""Makes what waits on the office's desk in the demo: requests, a body registered twice, an import."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from partners.claims.models import Claim
from partners.demo_loader import FOLDER, MUNICIPALITY, TO_VERIFY, demo_organisation
from partners.invitations.models import Invitation
from partners.organisations.enums import LegalForm, MemberRole
from partners.organisations.models import Membership, Organisation
from partners.organisations.services import register_organisation
from partners.schools.models import SchoolContact
from partners.verification.enums import CheckItem, Outcome
from partners.verification.services import ask, record_check
from vicinia.accounts.demo_loader import demo_user
from vicinia.accounts.models import User
from vicinia.core.demo import moment
from vicinia.core.imports.runs.models import ImportRun
from vicinia.core.imports.runs.queries import proposed_mapping
from vicinia.core.imports.runs.services import choose_columns, receive_file
from vicinia.core.tokens import digest, new_token
from vicinia.core.traces import Shown, Way
from vicinia.core.traces.models import DataAccess
from vicinia.core.traces.services import write

# An import that waits for the calls office: its check has found new bodies, a change and two errors.
IMPORTED = "cinque-per-mille.csv"
# A body that last year's list gave: nobody acts for it, and this year's corrects its name.
OF_LAST_YEAR, OLD_NAME = "95112459995", "Polisportiva Pontenuovo"
# The second record of a body, written down by phone: «Possibili doppioni» finds it.
DUPLICATE, DUPLICATE_CODE = "cooperativa-il-cortile", "93700219996"


def load_desk() -> None:
    """Create what is not there yet."""
    office = demo_user("bandi")
    _load_requests()
    _load_duplicate(office)
    _load_import(office)


def _load_duplicate(office: User) -> None:
    if Organisation.objects.filter(tax_code=DUPLICATE_CODE).exists():
        return
    twin = demo_organisation(DUPLICATE)
    register_organisation(
        tax_code=DUPLICATE_CODE,
        by=office,
        role=None,
        name=twin.name,
        legal_form=LegalForm.SOCIAL_COOPERATIVE,
        email="segreteria@ilcortile.example",
        phone="0000 125029",
        address="Via della Filanda 6",
        postcode=twin.postcode,
        city=MUNICIPALITY,
        who_they_help="Ragazze e ragazzi del quartiere",
        topics=list(twin.topics.all()),
    )


def _load_requests() -> None:
    """A body that was asked something and for which a person asks to act; an invitation of another."""
    organisation = demo_organisation(TO_VERIFY)
    if organisation.messages.exists():
        return
    office, citizen = demo_user("bandi"), demo_user("cittadina")
    record_check(organisation=organisation, item=CheckItem.TAX_CODE, outcome=Outcome.DONE, by=office)
    ask(
        organisation=organisation,
        text="Nel RUNTS la sede è un’altra: vi siete trasferiti? Scriveteci da quando.",
        by=office,
    )
    Claim.objects.create(
        organisation=organisation,
        user=citizen,
        role=MemberRole.EDITOR,
        message="Tengo i conti del teatro da tre anni: lo può confermare la presidente.",
    )
    body = demo_organisation("il-filo-odv")
    now = timezone.now()
    Invitation.objects.create(
        organisation=body,
        email="nuova.socia@ilfilo.example",
        role=MemberRole.READER,
        token_sha256=digest(new_token()),
        sent_at=now,
        expires_at=now + timedelta(days=settings.INVITATION_DAYS),
        invited_by=demo_user("associazione"),
    )


def _load_import(by: User) -> None:
    if ImportRun.objects.filter(file_name=IMPORTED).exists():
        return
    Organisation.objects.get_or_create(
        tax_code=OF_LAST_YEAR,
        defaults={"name": OLD_NAME, "legal_form": LegalForm.NON_ETS, "city": MUNICIPALITY.upper()},
    )
    upload = SimpleUploadedFile(IMPORTED, (FOLDER / IMPORTED).read_bytes())
    run = receive_file(kind="partners.organisations", upload=upload, by=by)
    choose_columns(run_id=run.pk, mapping=proposed_mapping(run), by=by)


def load_accesses() -> None:
    """Have the office seen the demo's people some days ago, so that the list of accesses tells something."""
    if DataAccess.objects.exists():
        return
    contacts = SchoolContact.objects.select_related("school", "user")
    members = Membership.objects.select_related("organisation", "user")
    write(
        by=demo_user("scuole"),
        screen="school_contacts",
        seen=[(Way.LIST, Shown(contact, user_id=contact.user_id)) for contact in contacts],
        at=moment("-3d 10:20"),
    )
    write(
        by=demo_user("bandi"),
        screen="organisations",
        seen=[(Way.PAGE, Shown(member.organisation, user_id=member.user_id)) for member in members],
        at=moment("-2d 15:05"),
    )
