"""allauth's forms in our words: labels as the rest of the site writes them, no text inside the fields.

Named in ACCOUNT_FORMS. Apart from `forms.py`, which allauth itself imports while it makes these.
"""

from __future__ import annotations

from typing import Any

from allauth.account import forms as allauth_forms
from django.contrib.auth.hashers import make_password
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

LABELS = {
    "login": _("E-mail"),
    "email": _("E-mail"),
    "remember": _("Remember me on this device"),
    "oldpassword": _("The password you have now"),
    "password2": _("The same password again"),
}
NEW_PASSWORD_HELP = _("At least 10 characters; not a common one, nor one like your name or address.")


class PlainFields(BaseForm):
    """Renames the fields and takes the placeholders away: they vanish as soon as one writes."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            field.label = LABELS.get(name, field.label)
            if name == "password1":
                field.help_text = NEW_PASSWORD_HELP


class LoginForm(PlainFields, allauth_forms.LoginForm):
    """Signing in; the way to a new password stands after the button, not between the two fields."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].help_text = ""


class SignupForm(PlainFields, allauth_forms.SignupForm):
    """Creating an account."""

    def try_save(self, request: HttpRequest) -> tuple[Any, HttpResponse | None]:
        """Hash the password also for an address that has an account: the time must not tell that it has."""
        user, response = super().try_save(request)
        if user is None:
            make_password(self.cleaned_data["password1"])
        return user, response


class ResetPasswordForm(PlainFields, allauth_forms.ResetPasswordForm):
    """Asking for a new password."""


class ResetPasswordKeyForm(PlainFields, allauth_forms.ResetPasswordKeyForm):
    """Choosing the new password."""


class ChangePasswordForm(PlainFields, allauth_forms.ChangePasswordForm):
    """Changing the password from inside."""


class SetPasswordForm(PlainFields, allauth_forms.SetPasswordForm):
    """Choosing a password for an account that had none."""


class RequestLoginCodeForm(PlainFields, allauth_forms.RequestLoginCodeForm):
    """Asking for a code by mail."""


class ConfirmLoginCodeForm(PlainFields, allauth_forms.ConfirmLoginCodeForm):
    """Writing the code that came by mail."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].label = _("Code of the message")
        self.fields["code"].widget.attrs["inputmode"] = "numeric"


class ReauthenticateForm(PlainFields, allauth_forms.ReauthenticateForm):
    """Confirming that it is still the same person."""


class AddEmailForm(PlainFields, allauth_forms.AddEmailForm):
    """The address that will take the place of the one the account has."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].label = _("New e-mail address")
