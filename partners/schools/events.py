"""What happens to schools, for who wants to know."""

from __future__ import annotations

from dataclasses import dataclass

from vicinia.core.events import DomainEvent


@dataclass(frozen=True)
class SchoolContactDeclared(DomainEvent):
    """A person has said that they work in a school."""

    school_id: int
    user_id: int


@dataclass(frozen=True)
class SchoolsImported(DomainEvent):
    """A registry of schools was loaded; its schools are not listed, they can be fifty thousand."""

    school_import_id: int
