"""Merging two records of a body, and undoing it."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from partners.dossier.models import DossierVersion
from partners.organisations.enums import MemberRole, OrganisationStatus
from partners.organisations.models import Membership, Organisation
from vicinia.accounts.rights.backend import require
from vicinia.core import audit, events, merging
from vicinia.core.clock import database_now
from vicinia.core.merging import MergeBlocked
from vicinia.core.page_cache import public_content_changed

from .dossiers import join_dossiers, keep_what_came_since, part_dossiers
from .events import MergeUndone, OrganisationsMerged
from .fields import CHOSEN, as_text, every_column, from_text
from .models import MergeRecord

if TYPE_CHECKING:
    from vicinia.accounts.models import User

STRENGTH = [MemberRole.READER, MemberRole.EDITOR, MemberRole.LEGAL_REPRESENTATIVE]


def merge_organisations(
    *, winner: Organisation, loser: Organisation, take: Collection[str], by: User
) -> MergeRecord:
    """Make one body of two: all that points to `loser` follows to `winner`, which takes the fields `take`.

    The loser keeps its row and its tax code, and leads to the winner. Of a person who is a member of both
    the stronger role is kept; of a document that both have, the versions of both. Raises PermissionDenied,
    MergeBlocked when one of them was merged already or something of both can be there only once.
    """
    require(by, "partners.merge_organisation")
    with transaction.atomic():
        kept, gone = _locked(winner, loser)
        before = every_column(gone)
        if "iban" in take:
            # Where payments go is written by whom may write it on the body's own page too.
            require(by, "partners.see_iban_organisation", kept)
        moved = merging.move(Organisation, source_id=gone.pk, target_id=kept.pk)
        versions = join_dossiers(kept, gone)
        roles = _keep_stronger_roles(kept, gone)
        changes = {
            name: [as_text(kept, name), as_text(gone, name)]
            for name in CHOSEN
            if name in take and as_text(kept, name) != as_text(gone, name)
        }
        for name in changes:
            setattr(kept, name, getattr(gone, name))
        # The rest may be as a register gave it, with less than the forms ask.
        kept.clean_fields(exclude={each.name for each in Organisation._meta.fields} - set(changes))
        kept.validate_constraints()
        # Not `save`: undoing leaves both as they were, the time of their last change too.
        Organisation.objects.filter(pk=kept.pk).update(**{name: getattr(gone, name) for name in changes})
        Organisation.objects.filter(pk=gone.pk).update(
            status=OrganisationStatus.MERGED, status_reason="", merged_into=kept
        )
        record = MergeRecord.objects.create(
            winner=kept,
            loser=gone,
            loser_before=before,
            followed=moved.followed,
            stayed=moved.stayed,
            changes=changes,
            roles=roles,
            versions=versions,
            at=database_now(),
            by=by,
        )
        how_many = {key: len(rows) for key, rows in moved.followed.items()}
        for each, other in ((kept, gone), (gone, kept)):
            audit.record(
                "partners.organisation.merged", by=by, target=each, other=str(other), followed=how_many
            )
        events.emit(OrganisationsMerged(winner_id=kept.pk, loser_id=gone.pk))
        public_content_changed()
    return record


def undo_merge(*, record: MergeRecord, by: User) -> MergeRecord:
    """Make two bodies of one again, exactly as they were; what came after the merge stays with the winner.

    Raises PermissionDenied, MergeBlocked when it was undone already or something new prevents it.
    """
    require(by, "partners.merge_organisation")
    with transaction.atomic():
        list(
            Organisation.objects.select_for_update()
            .filter(pk__in=[record.winner_id, record.loser_id])
            .order_by("pk")
        )
        locked = (
            MergeRecord.objects.select_for_update(of=("self",))
            .select_related("winner", "loser")
            .get(pk=record.pk)
        )
        if locked.undone_at:
            raise MergeBlocked(_("This merge was undone already."))
        if locked.winner.merged_into_id:
            raise MergeBlocked(
                _("«%(name)s» has gone into another body since: undo that merge first.")
                % {"name": locked.winner.name}
            )
        part_dossiers(locked.versions)
        _give_roles_back(locked)
        merging.move_back(
            Organisation, locked.followed, source_id=locked.loser_id, target_id=locked.winner_id
        )
        keep_what_came_since(locked)
        _give_values_back(locked)
        locked.undone_at, locked.undone_by = database_now(), by
        locked.save(update_fields=["undone_at", "undone_by"])
        for each, other in ((locked.winner, locked.loser), (locked.loser, locked.winner)):
            audit.record("partners.organisation.merge_undone", by=by, target=each, other=str(other))
        events.emit(MergeUndone(winner_id=locked.winner_id, loser_id=locked.loser_id))
        public_content_changed()
    return locked


def _locked(winner: Organisation, loser: Organisation) -> tuple[Organisation, Organisation]:
    """Lock the two in the order of their keys, so that two merges cannot hold each other up."""
    rows = Organisation.objects.select_for_update().filter(pk__in=[winner.pk, loser.pk]).order_by("pk")
    found = {row.pk: row for row in rows}
    if len(found) != 2:
        raise MergeBlocked(_("Choose two different bodies."))
    for each in found.values():
        if each.merged_into_id:
            raise MergeBlocked(_("«%(name)s» has gone into another body already.") % {"name": each.name})
    return found[winner.pk], found[loser.pk]


def _keep_stronger_roles(kept: Organisation, gone: Organisation) -> dict[str, list[str | int | None]]:
    """Who is still with the loser is a member of both: the winner's link takes the stronger role."""
    changed: dict[str, list[str | int | None]] = {}
    for left in gone.memberships.all():
        own = Membership.objects.get(organisation=kept, user_id=left.user_id)
        roles = [MemberRole(own.role), MemberRole(left.role)]
        strongest = max(roles, key=STRENGTH.index)
        if strongest != own.role:
            # Who represents the body needs no mandate to sign: it is noted, to be given back.
            is_representative = strongest == MemberRole.LEGAL_REPRESENTATIVE
            mandate = None if is_representative else own.mandate_id
            changed[str(own.pk)] = [own.role, strongest.value, own.mandate_id]
            Membership.objects.filter(pk=own.pk).update(role=strongest, mandate=mandate)
    return changed


def _give_roles_back(record: MergeRecord) -> None:
    # Merges of before mandates were noted have none to give back.
    for key, (before, after, *mandate) in record.roles.items():
        given = DossierVersion.objects.filter(pk__in=filter(None, mandate)).first()
        link = Membership.objects.filter(pk=key)
        # Who has left since has no role to give back.
        if link.exists() and not link.filter(role=after).update(role=before, mandate=given):
            raise MergeBlocked(_("The role of a person who is in both bodies has changed since the merge."))


def _give_values_back(record: MergeRecord) -> None:
    for name, (before, after) in record.changes.items():
        if as_text(record.winner, name) != after:
            label = Organisation._meta.get_field(name).verbose_name  # type: ignore[union-attr]
            raise MergeBlocked(
                _("«%(field)s» was written again since the merge: put it back by hand, then undo.")
                % {"field": label}
            )
        Organisation.objects.filter(pk=record.winner_id).update(**{name: from_text(name, before)})
    Organisation.objects.filter(pk=record.loser_id).update(
        status=record.loser_before["status"],
        status_reason=record.loser_before["status_reason"],
        merged_into=None,
    )
