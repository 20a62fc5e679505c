"""Reading traces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import QuerySet
from wagtail.admin.viewsets import viewsets

from .models import DataAccess

if TYPE_CHECKING:
    from vicinia.accounts.models import User


def accesses_to(user: User) -> QuerySet[DataAccess]:
    """Return who saw the person's data, the latest first."""
    return DataAccess.objects.filter(subject=user)


def screen_names() -> dict[str, str]:
    """Name the office's screens as its menu does, by the name of their viewset."""
    return {viewset.name: str(getattr(viewset, "menu_label", viewset.name)) for viewset in viewsets.viewsets}
