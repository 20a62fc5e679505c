"""What keeps an account safe: its factors, codes and devices."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession

from vicinia.accounts.models import User

Type = Authenticator.Type
# From here on a person is told that the codes are running out.
FEW_CODES = 3


@dataclass(frozen=True, slots=True)
class Passkey:
    """One passkey of a person, by the name that they gave it."""

    pk: int
    name: str
    added: datetime
    last_used: datetime | None


@dataclass(frozen=True, slots=True)
class Safety:
    """How an account is kept safe."""

    email: str
    # An address that waits to be confirmed, or nothing.
    email_to_confirm: str
    has_password: bool
    app_since: datetime | None
    app_last_used: datetime | None
    passkeys: tuple[Passkey, ...]
    # None when the person has no recovery codes.
    codes_left: int | None

    @property
    def has_factor(self) -> bool:
        """Whether signing in asks for a second step."""
        return bool(self.app_since or self.passkeys)

    @property
    def has_few_codes(self) -> bool:
        """Whether it is time for new recovery codes."""
        return self.codes_left is not None and self.codes_left <= FEW_CODES


def safety_of(user: User) -> Safety:
    """Read factors, codes and addresses of a person, in two queries."""
    factors = list(Authenticator.objects.filter(user=user).order_by("created_at"))
    app = next((factor for factor in factors if factor.type == Type.TOTP), None)
    codes = next((factor for factor in factors if factor.type == Type.RECOVERY_CODES), None)
    waiting = EmailAddress.objects.filter(user=user, verified=False).exclude(email=user.email).first()
    return Safety(
        email=user.email,
        email_to_confirm=waiting.email if waiting else "",
        has_password=user.has_usable_password(),
        app_since=app.created_at if app else None,
        app_last_used=app.last_used_at if app else None,
        passkeys=tuple(
            Passkey(factor.pk, factor.data["name"], factor.created_at, factor.last_used_at)
            for factor in factors
            if factor.type == Type.WEBAUTHN
        ),
        codes_left=len(codes.wrap().get_unused_codes()) if codes else None,
    )


def has_factors(user: User) -> bool:
    """Tell whether signing in asks the person for a second step."""
    return bool(Authenticator.objects.filter(user=user).exists())


def sessions_of(user: User) -> list[UserSession]:
    """Return the open sessions of a person, the last used first; ended ones are dropped on the way."""
    sessions: list[UserSession] = UserSession.objects.purge_and_list(user)
    return sorted(sessions, key=lambda session: session.last_seen_at, reverse=True)
