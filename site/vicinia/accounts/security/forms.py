"""allauth's forms of the second step in our words."""

from __future__ import annotations

from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.base import forms as base_forms
from allauth.mfa.models import Authenticator
from allauth.mfa.totp import forms as totp_forms
from allauth.mfa.webauthn import forms as passkey_forms
from django.core.validators import MaxLengthValidator
from django.forms import BaseForm
from django.utils.translation import gettext_lazy as _

from vicinia.accounts.entrance import PlainFields

from .services import spend_totp_code

NAME_LENGTH = 60


class CodeField(PlainFields):
    """A code is six digits: the telephone shows its digits, the browser offers what it received."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs["inputmode"] = "numeric"


class SpendsCode(BaseForm):
    """A code of the app opens once; allauth alone forgets it after half a minute, when it is still valid."""

    authenticator: Authenticator

    def clean_code(self) -> str:
        """Check the code, then spend it."""
        code: str = super().clean_code()  # type: ignore[misc]
        is_totp = self.authenticator.type == Authenticator.Type.TOTP
        if is_totp and not spend_totp_code(factor=self.authenticator, code=code):
            raise get_adapter().validation_error("incorrect_code")
        return code


class AuthenticateForm(SpendsCode, CodeField, base_forms.AuthenticateForm):
    """The second step of signing in: a code of the app, or a recovery code."""


class ReauthenticateForm(SpendsCode, CodeField, base_forms.ReauthenticateForm):
    """Confirming that it is still the same person, with a code."""


class ActivateTOTPForm(CodeField, totp_forms.ActivateTOTPForm):
    """The first code of a new app."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].label = _("Code that the app shows")


class NamesPasskey(PlainFields):
    """A passkey has a name that fits a line."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        name = self.fields["name"]
        name.label = _("Name of the passkey")
        name.validators.append(MaxLengthValidator(NAME_LENGTH))
        name.widget.attrs["maxlength"] = NAME_LENGTH


class AddPasskeyForm(NamesPasskey, passkey_forms.AddWebAuthnForm):
    """A new passkey: unless one says otherwise, it opens the account alone."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].help_text = _("Where it is: “my telephone”, “office computer”.")
        alone = self.fields["passwordless"]
        alone.initial = True
        alone.label = _("Sign in with this passkey alone, without the password")
        alone.help_text = _("Leave it out for a security key without PIN: it will be the second step only.")


class RenamePasskeyForm(NamesPasskey, passkey_forms.EditWebAuthnForm):
    """Another name for a passkey."""
