"""Writes about organisations."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, TypedDict, Unpack

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from partners.verification.queries import missing_checks
from vicinia.accounts.identity.queries import proven_fiscal_number
from vicinia.accounts.rights.backend import require
from vicinia.accounts.services import hold_person
from vicinia.core import audit, events
from vicinia.core.page_cache import public_content_changed
from vicinia.core.state import StateTable, StepRefused
from vicinia.core.text import clean_text

from .enums import MemberRole, OrganisationStatus
from .events import OrganisationRegistered, OrganisationStatusChanged, OrganisationUpdated
from .holding import hold_body, hold_to_edit
from .identifiers import masked_iban, tidy
from .models import Membership, Organisation
from .tax_code import clean_tax_code, require_own_code, validate_tax_code

if TYPE_CHECKING:
    from datetime import date

    from vicinia.accounts.models import User
    from vicinia.territory.models import TargetGroup, Topic

STATUSES = StateTable[OrganisationStatus](
    {
        OrganisationStatus.TO_VERIFY: frozenset({OrganisationStatus.VERIFIED, OrganisationStatus.SUSPENDED}),
        OrganisationStatus.VERIFIED: frozenset({OrganisationStatus.SUSPENDED}),
        OrganisationStatus.SUSPENDED: frozenset({OrganisationStatus.VERIFIED, OrganisationStatus.TO_VERIFY}),
    }
)
# Old and new value of each field that changed.
Changes = dict[str, list[str]]


class AlreadyRegistered(ValidationError):
    """The tax code belongs to a body that is registered: its people, or the office, give access."""


class Profile(TypedDict, total=False):
    """What a body says of itself; a key left out is left as it is."""

    name: str
    legal_form: str
    vat_number: str
    runts_number: str
    runts_section: str
    runts_date: date | None
    email: str
    pec: str
    phone: str
    address: str
    postcode: str
    city: str
    website: str
    iban: str
    description: str
    who_they_help: str
    founded: int | None
    volunteers: int | None


def register_organisation(
    *,
    tax_code: str,
    by: User,
    role: MemberRole | None = MemberRole.LEGAL_REPRESENTATIVE,
    topics: Collection[Topic] = (),
    target_groups: Collection[TargetGroup] = (),
    **profile: Unpack[Profile],
) -> Organisation:
    """Register a body not yet here and make `by` its first member; the office verifies it later.

    The office registers with no role: then the body has no member yet.
    Raises ValidationError when a field is not right, AlreadyRegistered when the tax code is taken.
    """
    organisation = Organisation(tax_code=clean_tax_code(tax_code), created_by=by, **tidy(profile))
    validate_tax_code(organisation.tax_code)
    if role:
        require_own_code(
            organisation.tax_code,
            first_name=by.first_name,
            last_name=by.last_name,
            proven=proven_fiscal_number(by),
        )
    require_free(organisation.tax_code)
    organisation.full_clean(exclude=["tax_code"])
    try:
        with transaction.atomic():
            hold_person(by)
            organisation.save(force_insert=True)
            organisation.topics.set(topics)
            organisation.target_groups.set(target_groups)
            if role:
                Membership.objects.create(organisation=organisation, user=by, role=role, created_by=by)
            audit.record(
                "partners.organisation.registered", by=by, target=organisation, tax_code=organisation.tax_code
            )
            events.emit(OrganisationRegistered(organisation_id=organisation.pk, user_id=by.pk))
    except IntegrityError:
        # Somebody else registered it between the look and the write.
        require_free(organisation.tax_code)
        raise
    return organisation


def require_free(tax_code: str) -> None:
    """Raise AlreadyRegistered when a body with this tax code is here."""
    if Organisation.objects.filter(tax_code=tax_code).exists():
        raise AlreadyRegistered(
            _(
                "A body with this tax code is already registered. Ask its legal representative or our "
                "office to give you access: nobody else can see its data."
            ),
            code="already_registered",
        )


def update_organisation(
    *,
    organisation: Organisation,
    by: User,
    topics: Collection[Topic] | None = None,
    target_groups: Collection[TargetGroup] | None = None,
    **profile: Unpack[Profile],
) -> Organisation:
    """Change what a body says of itself; the tax code never changes.

    `by` is a member who may write, or manages bodies in the office; the IBAN is only for who may see it.
    Raises PermissionDenied, GoneElsewhere, or ValidationError when a field is not right. The audit entry
    holds old and new values of what changed.
    """
    with transaction.atomic():
        locked = hold_to_edit(organisation, by)
        changes = _write_fields(locked, tidy(profile), by)
        for field, wanted in (("topics", topics), ("target_groups", target_groups)):
            if wanted is not None:
                changes |= _write_relation(locked, field, wanted)
        if changes:
            audit.record("partners.organisation.updated", by=by, target=locked, changes=changes)
            events.emit(OrganisationUpdated(organisation_id=locked.pk))
            # Campaigns and school projects print their partners' names.
            public_content_changed()
    return locked


def _write_fields(organisation: Organisation, profile: Profile, by: User) -> Changes:
    changes: Changes = {}
    for field, value in profile.items():
        if getattr(organisation, field) != value:
            changes[field] = [str(getattr(organisation, field) or ""), str(value or "")]
            setattr(organisation, field, value)
    if "iban" in changes:
        require(by, "partners.see_iban_organisation", organisation)
        # The trail is read by more people than may read the number.
        changes["iban"] = [masked_iban(number) for number in changes["iban"]]
    if changes:
        organisation.full_clean(exclude=["tax_code"])
        organisation.save()
    return changes


def _write_relation(
    organisation: Organisation, field: str, wanted: Collection[Topic | TargetGroup]
) -> Changes:
    relation = getattr(organisation, field)
    before = set(relation.all())
    if before == set(wanted):
        return {}
    relation.set(wanted)
    return {field: [", ".join(sorted(map(str, each))) for each in (before, wanted)]}


def verify_organisation(*, organisation: Organisation, by: User) -> Organisation:
    """Say that the office has checked the body.

    Raises PermissionDenied for who does not verify bodies, StepRefused when it is verified already or
    suspended, or a check is still to be done.
    """
    require(by, "partners.verify_organisation")
    with transaction.atomic():
        locked = hold_body(organisation)
        if locked.status == OrganisationStatus.SUSPENDED:
            raise StepRefused(_("This body is suspended: its page has the button that readmits it."))
        STATUSES.require(OrganisationStatus(locked.status), OrganisationStatus.VERIFIED)
        if missing := missing_checks(locked):
            raise StepRefused(
                _("Before verifying, finish these checks: %(checks)s.")
                % {"checks": ", ".join(str(check.label) for check in missing)}
            )
        return _change_status(locked, OrganisationStatus.VERIFIED, reason="", by=by)


def readmit_organisation(*, organisation: Organisation, by: User) -> Organisation:
    """End a suspension: the body is verified when every check is done, else it goes back to be checked.

    Raises PermissionDenied for who does not verify bodies, StepRefused when it is not suspended.
    """
    require(by, "partners.verify_organisation")
    with transaction.atomic():
        locked = hold_body(organisation)
        if locked.status != OrganisationStatus.SUSPENDED:
            raise StepRefused(_("This body is not suspended: reload the page to see where things stand."))
        checked = not missing_checks(locked)
        status = OrganisationStatus.VERIFIED if checked else OrganisationStatus.TO_VERIFY
        return _change_status(locked, status, reason="", by=by)


def suspend_organisation(*, organisation: Organisation, reason: str, by: User) -> Organisation:
    """Stop the body from applying and writing until readmitted; the reason is shown to its members.

    Raises PermissionDenied, StepRefused when it is suspended already, ValidationError without a reason.
    """
    require(by, "partners.suspend_organisation")
    reason = clean_text(reason).strip()
    if not reason:
        raise ValidationError(_("Write why: the members of the body will read it."), code="reason_missing")
    with transaction.atomic():
        return _change_status(hold_body(organisation), OrganisationStatus.SUSPENDED, reason=reason, by=by)


def _change_status(
    locked: Organisation, status: OrganisationStatus, *, reason: str, by: User
) -> Organisation:
    before = OrganisationStatus(locked.status)
    STATUSES.require(before, status)
    locked.status, locked.status_reason = status, reason
    # Only these: what a list gave may lack what the forms ask, such as an e-mail address.
    locked.clean_fields(exclude={each.name for each in Organisation._meta.fields} - {"status_reason"})
    locked.save(update_fields=["status", "status_reason", "updated_at"])
    audit.record(f"partners.organisation.{status}", by=by, target=locked, before=before, reason=reason)
    events.emit(OrganisationStatusChanged(organisation_id=locked.pk, status=status))
    return locked
