"""What happens to the people of a body."""

from __future__ import annotations

from dataclasses import dataclass

from vicinia.core.events import DomainEvent


@dataclass(frozen=True)
class MemberRoleChanged(DomainEvent):
    """A person has another role now; `by_id` decided it."""

    organisation_id: int
    user_id: int
    by_id: int


@dataclass(frozen=True)
class MemberGone(DomainEvent):
    """A person no longer acts for a body: they left (`by_id` is theirs) or were taken off."""

    organisation_id: int
    user_id: int
    by_id: int
