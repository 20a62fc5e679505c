"""People."""

from __future__ import annotations

from typing import Any

import factory
from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group

from vicinia.accounts.models import User
from vicinia.accounts.roles import Role

PASSWORD = "a-long-enough-password"


class UserFactory(factory.django.DjangoModelFactory):
    """A citizen with an account; `role=Role.EDITOR` makes a person of the office."""

    class Meta:
        model = User
        skip_postgeneration_save = True

    email = factory.Sequence(lambda number: f"person{number}@example.com")
    first_name = "Persona"
    last_name = factory.Sequence(lambda number: f"Prova {number}")

    @classmethod
    def _create(cls, model_class: type[User], *args: Any, **fields: Any) -> User:
        role: Role | None = fields.pop("role", None)
        fields.setdefault("is_staff", role is not None)
        user = model_class.objects.create_user(password=PASSWORD, **fields)
        if role:
            user.groups.add(Group.objects.get(name=role))
        return user


def confirmed_person(**fields: Any) -> User:
    """A citizen who has shown that the address is theirs, and so can sign in."""
    user: User = UserFactory(**fields)
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user
