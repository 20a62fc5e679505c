"""What allauth asks of this site: how its mails go out, how secrets are kept, which factors may go."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import structlog
from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context as allauth_context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import generate_totp_secret
from django.contrib.sites.shortcuts import get_current_site
from django.utils import translation
from django.utils.translation import gettext, gettext_lazy

from vicinia.core import mail

from .models import User
from .sealing import Unreadable, seal, unseal
from .security import notices
from .security.rules import is_last_needed

# Linking SPID or CIE has mails of its own (`accounts.identity`).
TOLD_BY_IDENTITY = {"account_connected", "account_disconnected"}
# Ways to say again who one is, by allauth's names, called as the security page calls them.
WAYS = {
    "reauthenticate": gettext_lazy("Use the password"),
    "mfa_reauthenticate": gettext_lazy("Use the app or a recovery code"),
    "mfa_reauthenticate:webauthn": gettext_lazy("Use the passkey"),
}
log = structlog.get_logger(__name__)


class AccountAdapter(DefaultAccountAdapter):
    """Mails leave by the worker: a known address costs no more time than an unknown one."""

    error_messages: Mapping[str, Any] = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": gettext_lazy(
            "The e-mail address or the password is not right: try again, or choose another way below."
        ),
        "incorrect_code": gettext_lazy(
            "This code is not the right one, or it has expired: write the newest."
        ),
        "too_many_login_attempts": gettext_lazy(
            "Too many attempts failed: wait five minutes, then try again. Your account is safe."
        ),
        "rate_limited": gettext_lazy("Too many attempts in a short time: wait five minutes, then try again."),
    }

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Write the mail now, in the person's language, and queue it for after the commit."""
        request = allauth_context.request
        full = {"request": request, "email": email, "current_site": get_current_site(request), **context}
        user = context.get("user")
        with translation.override(user.language if isinstance(user, User) else translation.get_language()):
            message = self.render_mail(template_prefix, email, full)
        html = next((str(part.content) for part in message.alternatives), "")
        mail.queue(subject=message.subject, text=str(message.body), html=html, to=message.to)

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """Offer allauth's ways under our names."""
        methods: list[dict[str, Any]] = super().get_reauthentication_methods(user)
        return [{**way, "description": WAYS.get(way["id"], way["description"])} for way in methods]

    def send_notification_mail(
        self,
        template_prefix: str,
        user: User,
        context: dict[str, Any] | None = None,
        email: str | None = None,
    ) -> None:
        """Tell what changed with one template for all kinds."""
        kind = template_prefix.rpartition("/")[2]
        if kind in TOLD_BY_IDENTITY:
            return
        notices.tell(kind, user, request=self.request, to=email, **(context or {}))


class SecondFactorAdapter(DefaultMFAAdapter):
    """Sealed secrets; nobody of the office is left without the factor that the office asks for."""

    error_messages: Mapping[str, Any] = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": AccountAdapter.error_messages["incorrect_code"],
        "cannot_delete_authenticator": gettext_lazy(
            "Your role asks for a second step at sign-in: add another one, then you can remove this."
        ),
        "cannot_generate_recovery_codes": gettext_lazy(
            "Recovery codes stand in for an app or a passkey: add one of these first."
        ),
    }

    def encrypt(self, text: str) -> str:
        """Seal a secret for the database."""
        return seal(text)

    def decrypt(self, encrypted_text: str) -> str:
        """Open a secret; one that no key opens any more becomes a random one, which no code fits."""
        try:
            return unseal(encrypted_text)
        except Unreadable:
            log.error("a second factor cannot be read: SECRET_KEY was changed without SECRET_KEY_FALLBACKS")
            return str(generate_totp_secret())

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Keep the last factor of who needs one."""
        return not is_last_needed(authenticator)

    def get_totp_issuer(self) -> str:
        """Name the municipality, as the app's list shows it."""
        return mail.signature().municipality

    def generate_authenticator_name(self, user: User, type: Authenticator.Type) -> str:
        """Suggest a name for a passkey."""
        number = Authenticator.objects.filter(user=user, type=type).count() + 1
        return gettext("Passkey") if number == 1 else gettext("Passkey %(number)s") % {"number": number}
