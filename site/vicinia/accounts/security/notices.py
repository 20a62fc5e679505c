"""Mails that tell a person what changed in the safety of the account, whoever did it."""

from __future__ import annotations

from dataclasses import dataclass

from allauth.account.adapter import get_adapter
from django.http import HttpRequest
from django.utils import timezone, translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vicinia.accounts.models import User
from vicinia.core import mail
from vicinia.core.formats import long_datetime

from .words import device_words


@dataclass(frozen=True, slots=True)
class Notice:
    """One kind of mail: its subject, and what happened in one sentence."""

    subject: str | Promise
    sentence: str | Promise


# By the last part of allauth's own name for it ("mfa/email/totp_activated"), or by ours.
NOTICES = {
    "password_changed": Notice(
        _("Your password was changed"), _("The password of your account was changed.")
    ),
    "password_reset": Notice(
        _("Your password was changed"),
        _("A new password was chosen for your account, by the link of a mail."),
    ),
    "password_set": Notice(_("Your account has a password"), _("A password was chosen for your account.")),
    "email_changed": Notice(
        _("Your e-mail address was changed"),
        _("The address of your account is now %(to_email)s; it was %(from_email)s."),
    ),
    "email_confirm": Notice(
        _("Your e-mail address is confirmed"), _("The address of your account was confirmed.")
    ),
    "email_deleted": Notice(
        _("An e-mail address was removed"),
        _("The address %(deleted_email)s no longer belongs to your account."),
    ),
    "email_change_asked": Notice(
        _("Somebody asks to change your e-mail address"),
        _("The address of your account becomes %(to_email)s as soon as the link sent there is opened."),
    ),
    "totp_activated": Notice(
        _("App with codes added"),
        _("An app with codes was added: from now on signing in asks for its code."),
    ),
    "totp_deactivated": Notice(
        _("App with codes removed"),
        _("The app with codes was removed: signing in no longer asks for its code."),
    ),
    "webauthn_added": Notice(_("Passkey added"), _("A passkey was added: it can be used to sign in.")),
    "webauthn_removed": Notice(
        _("Passkey removed"), _("A passkey was removed: it can no longer be used to sign in.")
    ),
    "recovery_codes_generated": Notice(
        _("New recovery codes"), _("New recovery codes were made: the former ones are no longer valid.")
    ),
    "recovery_code_used": Notice(
        _("A recovery code was used"),
        _("Somebody signed in with one of your recovery codes. Codes left: %(left)s."),
    ),
    "factors_removed": Notice(
        _("The second step was taken away"),
        _("The office took the second step of your sign-in away, because you asked for it: set it up again."),
    ),
    "new_device": Notice(
        _("Sign-in from a new device"),
        _("Somebody signed in to your account from a device or a network never seen before."),
    ),
}


def tell(
    kind: str, user: User, *, request: HttpRequest | None = None, to: str | None = None, **facts: object
) -> None:
    """Send the notice after the commit, to the account's address or to another one of the person's.

    `request` is the one that did it: the mail says from which browser and network address.
    """
    notice = NOTICES[kind]
    with translation.override(user.language):
        context = {
            "title": str(notice.subject),
            "sentence": str(notice.sentence) % facts,
            "name": user.get_short_name(),
            "when": long_datetime(timezone.now()),
            "device": device_words(request.headers.get("User-Agent", "")) if request else "",
            "address": get_adapter().get_client_ip(request) if request else "",
            "url": mail.link("security", language=user.language),
        }
    mail.send("accounts/notice", to=[to or user.email], context=context, language=user.language)
