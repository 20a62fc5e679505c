"""Writes about digital identities. An account is linked only by who is signed in to it."""

from __future__ import annotations

from allauth.account.models import EmailAddress
from allauth.socialaccount.models import SocialAccount
from django.db import IntegrityError, transaction
from django.utils import timezone

from vicinia.accounts.models import User
from vicinia.core import audit, mail

from .models import DigitalIdentity
from .person import ProvenIdentity
from .provider import PROVIDER
from .queries import address_has_account, has_another_way


class IdentityTaken(Exception):
    """The fiscal number or the subject belongs to another account, or this account to another person."""


class AddressTaken(Exception):
    """An account with the address exists: who owns it signs in to it and links there."""


class OnlyWayIn(Exception):
    """Without the digital identity the person could not sign in any more."""


def sign_up(*, identity: ProvenIdentity, email: str, language: str) -> User:
    """Make the account of a proven person who has none; it has no password.

    The address counts as confirmed only when it is the one that the broker confirmed. Raises AddressTaken
    and IdentityTaken, also when two do it at the same instant.
    """
    email = email.strip().lower()
    try:
        with transaction.atomic():
            if address_has_account(email):
                raise AddressTaken
            user = User.objects.create_user(
                email, first_name=identity.first_name, last_name=identity.last_name, language=language
            )
            is_confirmed = identity.email_verified and email == identity.email
            EmailAddress.objects.create(user=user, email=email, verified=is_confirmed, primary=True)
            _attach(identity, user, by=user)
            return user
    except IntegrityError as error:
        raise _taken_by(email) from error


def link(*, identity: ProvenIdentity, user: User, by: User) -> DigitalIdentity:
    """Let a proven person's SPID or CIE open the account in which they are signed in, and tell them by mail.

    Raises IdentityTaken when either already belongs to somebody else.
    """
    try:
        with transaction.atomic():
            User.objects.select_for_update().get(pk=user.pk)
            linked = _attach(identity, user, by=by)
            _tell(user, "accounts/identity_linked", way=linked.get_way_display())
            return linked
    except IntegrityError as error:
        raise IdentityTaken from error


def note_use(*, identity: ProvenIdentity, user: User, by: User) -> DigitalIdentity:
    """Keep when and with which level the person signed in.

    Raises IdentityTaken when the broker now gives the subject another fiscal number.
    """
    with transaction.atomic():
        known = DigitalIdentity.objects.select_for_update().filter(user=user).first()
        if known is None or known.fiscal_number != identity.fiscal_number:
            raise IdentityTaken
        known.way, known.level, known.last_used_at = identity.way, identity.level, timezone.now()
        known.save(update_fields=["way", "level", "last_used_at"])
        audit.record("accounts.identity.used", by=by, target=known, way=known.way, level=known.level)
        return known


def unlink(*, user: User, by: User) -> None:
    """Take the digital identity off an account that can be entered in another way, and tell its owner.

    Raises OnlyWayIn; does nothing when there is none.
    """
    with transaction.atomic():
        locked = User.objects.select_for_update().get(pk=user.pk)
        known = DigitalIdentity.objects.filter(user=locked).first()
        if known is None:
            return
        if not has_another_way(locked):
            raise OnlyWayIn
        audit.record("accounts.identity.unlinked", by=by, target=known, way=known.way)
        SocialAccount.objects.filter(user=locked, provider=PROVIDER).delete()
        known.delete()
        _tell(locked, "accounts/identity_unlinked", way=known.get_way_display())


def _attach(identity: ProvenIdentity, user: User, *, by: User) -> DigitalIdentity:
    """Write who the account belongs to and the subject that opens it; one account is one person's."""
    now = timezone.now()
    known = DigitalIdentity.objects.filter(user=user).first()
    if known is not None and known.fiscal_number != identity.fiscal_number:
        raise IdentityTaken
    values = {"way": identity.way, "level": identity.level, "last_used_at": now}
    known, _created = DigitalIdentity.objects.update_or_create(
        user=user,
        fiscal_number=identity.fiscal_number,
        defaults=values,
        create_defaults={**values, "linked_at": now},
    )
    subject, _created = SocialAccount.objects.get_or_create(
        provider=PROVIDER, uid=identity.uid, defaults={"user": user}
    )
    if subject.user_id != user.pk:
        raise IdentityTaken
    audit.record("accounts.identity.linked", by=by, target=known, way=identity.way, level=identity.level)
    return known


def _taken_by(email: str) -> Exception:
    """Which of the two unique things another request has just taken."""
    return AddressTaken() if address_has_account(email) else IdentityTaken()


def _tell(user: User, template: str, *, way: str) -> None:
    context = {"person": user, "way": way, "at": timezone.now()}
    context["url"] = mail.link("digital_identity", language=user.language)
    mail.send(template, to=[user.email], context=context, language=user.language)
