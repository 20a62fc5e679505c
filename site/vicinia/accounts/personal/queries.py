"""Reading everything about a person."""

from __future__ import annotations

from allauth.account.models import EmailAddress

from vicinia.accounts.models import User

from .registry import Section, sources


def sections_of(user: User) -> tuple[Section, ...]:
    """Return what every app holds about the person; kinds of which there is nothing are left out."""
    found = (section for source in sources for section in source.sections(user))
    return tuple(section for section in found if section.rows)


def proved_addresses(user: User) -> list[str]:
    """Return the addresses that the person has shown to be theirs, in lower case.

    What is known by address alone (the newsletter) is told to nobody who only typed it at sign-up.
    """
    verified = EmailAddress.objects.filter(user=user, verified=True).values_list("email", flat=True)
    # An administrator wrote the addresses of the office's people: they never confirm them.
    own = [user.email] if user.is_staff else []
    return sorted({address.lower() for address in [*verified, *own]})
