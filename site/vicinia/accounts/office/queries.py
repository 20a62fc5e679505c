"""Reads about the people of the office."""

from __future__ import annotations

from django.db.models import QuerySet

from vicinia.accounts.models import User


def office_people() -> QuerySet[User]:
    """Who has a role, or had one and may come back; superusers are made from the command line alone."""
    return User.objects.filter(is_superuser=False, is_staff=True)


def accounts_to_let_in() -> QuerySet[User]:
    """Every account whose second step an administrator may take away: not a superuser's."""
    return User.objects.filter(is_superuser=False)
