"""What the trail of operations tells of a body: its data, checks, people, offices, confirmations, merges."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from partners.organisations.enums import MemberRole
from partners.organisations.models import Organisation
from partners.verification.enums import CheckItem, Outcome
from vicinia.accounts.models import User
from vicinia.core.audit.models import AuditEntry
from vicinia.core.body_timeline import Happening, Source
from vicinia.core.components import Text

DATA, CHECKS, PEOPLE = "data", "checks", "people"
OFFICES, CONFIRMATIONS, MERGES = "offices", "confirmations", "merges"
KINDS: dict[str, Text] = {
    DATA: _("Data and public page"),
    CHECKS: _("Verification"),
    PEOPLE: _("People"),
    OFFICES: _("Offices held"),
    CONFIRMATIONS: _("Yearly confirmations"),
    MERGES: _("Merges"),
}

_BODY, _MEMBER = "partners.organisation.", "partners.member."
ACTIONS: dict[str, tuple[str, Promise]] = {
    f"{_BODY}registered": (DATA, _("Registered")),
    f"{_BODY}updated": (DATA, _("Data changed")),
    f"{_BODY}help_said": (DATA, _("Said whom it helps")),
    f"{_BODY}public_fields_chosen": (DATA, _("Public page changed")),
    f"{_BODY}logo_changed": (DATA, _("Logo changed")),
    f"{_BODY}logo_removed": (DATA, _("Logo taken away")),
    f"{_BODY}notice_published": (DATA, _("Notice for volunteers published")),
    f"{_BODY}notice_withdrawn": (DATA, _("Notice for volunteers taken off")),
    f"{_BODY}verified": (CHECKS, _("Verified")),
    f"{_BODY}suspended": (CHECKS, _("Suspended")),
    f"{_BODY}to_verify": (CHECKS, _("Back to verification")),
    f"{_BODY}checked": (CHECKS, _("Check")),
    f"{_BODY}check_reopened": (CHECKS, _("Check to do again")),
    f"{_BODY}questioned": (CHECKS, _("Question of the office")),
    f"{_BODY}answered": (CHECKS, _("Answer of the body")),
    f"{_BODY}officer_added": (OFFICES, _("Office added")),
    f"{_BODY}officer_changed": (OFFICES, _("Office changed")),
    f"{_BODY}officer_removed": (OFFICES, _("Office removed")),
    f"{_BODY}confirmed": (CONFIRMATIONS, _("Data confirmed for the year")),
    f"{_BODY}confirmation_asked": (CONFIRMATIONS, _("Confirmation asked by mail")),
    f"{_BODY}merged": (MERGES, _("Merged")),
    f"{_BODY}merge_undone": (MERGES, _("Merge undone")),
    f"{_MEMBER}claimed": (PEOPLE, _("Person asks to act for it")),
    f"{_MEMBER}approved": (PEOPLE, _("Person admitted")),
    f"{_MEMBER}refused": (PEOPLE, _("Person not admitted")),
    f"{_MEMBER}invited": (PEOPLE, _("Person invited")),
    f"{_MEMBER}invited_again": (PEOPLE, _("Person invited again")),
    f"{_MEMBER}invitation_withdrawn": (PEOPLE, _("Invitation withdrawn")),
    f"{_MEMBER}accepted": (PEOPLE, _("Person joined")),
    f"{_MEMBER}role_changed": (PEOPLE, _("Role changed")),
    f"{_MEMBER}mandate_given": (PEOPLE, _("Mandate to sign given")),
    f"{_MEMBER}mandate_taken_back": (PEOPLE, _("Mandate to sign taken back")),
    f"{_MEMBER}removed": (PEOPLE, _("Person taken off")),
    f"{_MEMBER}left": (PEOPLE, _("Person left")),
}


def tell(bodies: Sequence[int], viewer: User) -> Iterator[Happening]:
    """Tell the entries about the body, and about those that went into it."""
    # Wagtail's own line about a form says again what the service has said.
    entries = AuditEntry.objects.filter(
        target_type=Organisation._meta.label_lower, target_id__in=list(map(str, bodies))
    ).exclude(action__startswith="wagtail.")
    checks = viewer.has_perm("partners.verify_organisation")
    own = str(bodies[0])
    for entry in entries:
        kind, title = ACTIONS.get(entry.action, (DATA, entry.what))
        # What is said of another record, which is this body's now, names it.
        other = "" if entry.target_id == own else entry.target_label
        yield Happening(
            at=entry.at,
            kind=kind,
            title=title,
            text=" · ".join(filter(None, [other, detail(entry)])),
            by=entry.actor_label,
            url=reverse("organisations:verification", args=[entry.target_id])
            if checks and kind == CHECKS
            else "",
            person=str(entry.data.get("person", "")),
        )


def detail(entry: AuditEntry) -> str:
    """Say what an entry is about: fields that changed, a check with its outcome, the person, the reason."""
    told = entry.data
    if changed := told.get("changes"):
        return ", ".join(str(Organisation._meta.get_field(name).verbose_name) for name in changed)  # type: ignore[union-attr]
    if "item" in told:
        outcome = told["outcome"][-1]
        words = [CheckItem(told["item"]).label, Outcome(outcome).label if outcome else "", told.get("reason")]
        return " · ".join(str(word) for word in words if word)
    if "role" in told:
        return " · ".join(filter(None, [told.get("person", ""), _role(told["role"])]))
    named = ("person", "officer", "mandate", "other", "title", "year", "reason")
    return " · ".join(str(told[name]) for name in named if told.get(name))


def _role(role: object) -> str:
    """Name a role, or the last of two; one that is no longer known is left out."""
    last = role[-1] if isinstance(role, list) else role
    return str(MemberRole(last).label) if last in MemberRole.values else ""


SOURCE = Source(KINDS, tell)
