"""What becomes of the account itself: its row stays where others point to it, and names nobody."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from allauth.account.models import EmailAddress
from django.apps import apps
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vicinia.accounts.models import User
from vicinia.core.retention.registry import Outcome

from .registry import ErasureStep, Fate, Obstacle

# Rows about who may sign in and how; those of libraries that are not installed are not there.
CREDENTIALS = (
    "account.EmailAddress",
    "accounts.DigitalIdentity",
    "accounts.KnownDevice",
    "mfa.Authenticator",
    "usersessions.UserSession",
    "socialaccount.SocialAccount",
)
# A domain that can never receive mail (RFC 2606).
NOBODY = "cancellata-{number}@persona.invalid"
NAME = "Persona cancellata"


def address_of_nobody(user: User) -> str:
    """Return the address that stands for the person's afterwards."""
    return NOBODY.format(number=user.pk)


def names_of(user: User) -> tuple[str, ...]:
    """Return how texts may name the person: addresses first, for they are theirs alone."""
    known = {user.email, *EmailAddress.objects.filter(user=user).values_list("email", flat=True)}
    return (*sorted(known), *filter(None, [user.get_full_name()]))


def close_account(user: User) -> None:
    """Take address, names, roles and every way to sign in from a locked person."""
    user.former_names = names_of(user)  # type: ignore[attr-defined]
    user.email = address_of_nobody(user)
    user.first_name, user.last_name = NAME, f"n. {user.pk}"
    user.is_active = user.is_staff = False
    user.last_login = None
    # Another password is another session key: whoever is signed in is out at the next page.
    user.set_unusable_password()
    user.save()
    user.groups.clear()
    for label in CREDENTIALS:
        with suppress(LookupError):
            apps.get_model(label)._default_manager.filter(user=user).delete()


def account_fates(user: User) -> Iterator[Fate]:
    """Say that the account goes."""
    yield Fate(
        _("Account: name, e-mail address, password, roles"),
        1,
        Outcome.DELETED,
        _("You will no longer be able to sign in."),
    )


def office_obstacles(user: User) -> Iterator[Obstacle]:
    """Whoever works for the office is let out by the administrator."""
    if user.is_staff:
        yield Obstacle(
            _(
                "You work for the office: ask an administrator to take your roles away first, so that "
                "nothing entrusted to you is left without anybody."
            )
        )


ACCOUNT_STEP = ErasureStep(gettext_lazy("Account"), account_fates, close_account, office_obstacles)
