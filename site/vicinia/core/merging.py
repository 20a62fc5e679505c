"""Making one record of two: whatever points to the one that goes follows to the one that stays.

Each relation to a record that can be merged has a row in the registry, filled in `AppConfig.ready()`:

    followers.register("calls.Application.organisation", Follower(_("applications"), blocks=True))

The one that goes keeps its row. What a constraint does not let follow (the same topic on both) stays with
it, so that nothing is lost and undoing is exact. An architecture test fails on a relation without a row.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext as _

from .components import Text
from .registries import Registry


@dataclass(frozen=True, slots=True)
class Follower:
    """What becomes of the rows of one relation: they follow, stay (`stays`), or forbid a merge (`blocks`)
    when both records have one and the database allows only one. With `only`, the other rows stay."""

    label: Text
    stays: bool = False
    blocks: bool = False
    only: models.Q = field(default_factory=models.Q)


# "app.Model.field" -> what becomes of its rows.
followers: Registry[Follower] = Registry("what follows a merge")


class MergeBlocked(ValidationError):
    """The two records cannot become one, or no longer two, until somebody changes something."""


@dataclass(frozen=True, slots=True)
class Relation:
    """A column that points to records of the kind that is merged."""

    key: str
    model: type[models.Model]
    column: str

    def rows(self, owner_id: int) -> models.QuerySet[models.Model]:
        """Return the rows that point to a record."""
        return self.model._base_manager.filter(**{self.column: owner_id}).order_by("pk")

    def following(self, owner_id: int) -> models.QuerySet[models.Model]:
        """Return the rows that would follow."""
        return self.rows(owner_id).filter(followers[self.key].only)


@dataclass(slots=True)
class Moved:
    """Primary keys, as text, of the rows that followed and of those that stayed, by relation."""

    followed: dict[str, list[str]] = field(default_factory=dict)
    stayed: dict[str, list[str]] = field(default_factory=dict)


def relations_to(kind: type[models.Model]) -> Iterator[Relation]:
    """Find every column that points to `kind`: foreign keys, one-to-ones, tables of many-to-many fields."""
    for model in apps.get_models(include_auto_created=True):
        for column in model._meta.local_fields:
            if isinstance(column, models.ForeignKey) and column.related_model is kind:
                yield Relation(f"{model._meta.label}.{column.name}", model, column.attname)


def counts(kind: type[models.Model], owner_id: int) -> dict[str, int]:
    """Return how many rows of each relation would follow."""
    return {
        relation.key: relation.following(owner_id).count()
        for relation in relations_to(kind)
        if not followers[relation.key].stays
    }


def move(kind: type[models.Model], *, source_id: int, target_id: int) -> Moved:
    """Point to the target what points to the source, inside the caller's transaction and locks.

    Raises MergeBlocked when a row that blocks cannot follow.
    """
    moved = Moved()
    for relation in relations_to(kind):
        if followers[relation.key].stays:
            continue
        keys = [str(key) for key in relation.following(source_id).values_list("pk", flat=True)]
        if not keys:
            continue
        followed = keys if _repoint(relation, keys, target_id) else _one_by_one(relation, keys, target_id)
        stayed = [key for key in keys if key not in set(followed)]
        if stayed and followers[relation.key].blocks:
            raise MergeBlocked(
                _("Both have one of these, and there can be only one: %(what)s. Settle that first.")
                % {"what": followers[relation.key].label}
            )
        moved.followed[relation.key] = followed
        if stayed:
            moved.stayed[relation.key] = stayed
    return moved


def move_back(
    kind: type[models.Model], followed: dict[str, list[str]], *, source_id: int, target_id: int
) -> None:
    """Undo `move`, but for rows deleted since: a person left, an invitation was forgotten.

    Raises MergeBlocked when a row points elsewhere or could not come back.
    """
    relations = {relation.key: relation for relation in relations_to(kind)}
    for key, rows in followed.items():
        relation = relations.get(key)
        if relation and _is_all_there(relation, rows, target_id) and _repoint(relation, rows, source_id):
            continue
        label = followers[key].label if key in followers else key
        raise MergeBlocked(
            _("Something has changed since: %(what)s. What follows a merge can no longer be given back.")
            % {"what": label}
        )


def _is_all_there(relation: Relation, keys: list[str], owner_id: int) -> bool:
    """Tell whether the rows that are still there all point to a record."""
    left = relation.model._base_manager.filter(pk__in=keys)
    return not left.exclude(**{relation.column: owner_id}).exists()


def _repoint(relation: Relation, keys: list[str], owner_id: int) -> bool:
    """Point the rows to a record, unless a constraint refuses."""
    try:
        with transaction.atomic():
            relation.model._base_manager.filter(pk__in=keys).update(**{relation.column: owner_id})
    except IntegrityError:
        return False
    return True


def _one_by_one(relation: Relation, keys: list[str], owner_id: int) -> list[str]:
    return [key for key in keys if _repoint(relation, [key], owner_id)]
