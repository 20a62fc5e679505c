"""People: who signs in, how, and how often they may try."""

from typing import Any

from django.urls import reverse_lazy

from .deployment import BASE_URL, DEMO
from .env import read


def asks_staff_for_a_second_factor(*, demo: bool) -> bool:
    """Tell whether the office's people need a second factor: everywhere but where one only tries the site."""
    asked: bool = read(
        "STAFF_SECOND_FACTOR",
        "bool",
        not demo,
        "1 lets the office's people in only with a second factor (app with codes, or passkey).",
        shown_default="1 (demo: 0)",
    )
    return asked


STAFF_SECOND_FACTOR = asks_staff_for_a_second_factor(demo=DEMO)

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
    "vicinia.accounts.rights.backend.RightsBackend",
]
AUTH_PASSWORD_VALIDATORS: list[dict[str, Any]] = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "reserved_area"
LOGOUT_REDIRECT_URL = reverse_lazy("wagtail_serve", args=[""])
SESSION_COOKIE_NAME = "vicinia_session"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 14

# Accounts ---------------------------------------------------------------------------------------

ACCOUNT_ADAPTER = "vicinia.accounts.adapters.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_FORMS = {
    "login": "vicinia.accounts.entrance.LoginForm",
    "signup": "vicinia.accounts.entrance.SignupForm",
    "reset_password": "vicinia.accounts.entrance.ResetPasswordForm",
    "reset_password_from_key": "vicinia.accounts.entrance.ResetPasswordKeyForm",
    "change_password": "vicinia.accounts.entrance.ChangePasswordForm",
    "reauthenticate": "vicinia.accounts.entrance.ReauthenticateForm",
    "add_email": "vicinia.accounts.entrance.AddEmailForm",
    "set_password": "vicinia.accounts.entrance.SetPasswordForm",
    "request_login_code": "vicinia.accounts.entrance.RequestLoginCodeForm",
    "confirm_login_code": "vicinia.accounts.entrance.ConfirmLoginCodeForm",
}
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 10 * 60
# Nine digits, three tries: nobody guesses one.
ACCOUNT_LOGIN_BY_CODE_FORMAT = {"numeric": True}
ACCOUNT_RATE_LIMITS = {
    # For each network address ("ip") and for each account ("key", "user"), counted in the shared cache.
    # No window is longer than the five minutes that the page of the refusal speaks of.
    "login": "60/5m/ip",
    "login_failed": "30/5m/ip,5/5m/key",
    "request_login_code": "20/5m/ip,4/5m/key",
    "reset_password": "20/5m/ip,4/5m/key",
    "reset_password_from_key": "20/5m/ip",
    "signup": "20/5m/ip",
    "reauthenticate": "10/5m/user",
    "change_password": "5/5m/user",
    "manage_email": "10/5m/user",
}
ACCOUNT_SIGNUP_FORM_CLASS = "vicinia.accounts.forms.SignupForm"
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_CONFIRM_EMAIL_ON_GET = False
ACCOUNT_LOGIN_ON_EMAIL_CONFIRMATION = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_DEFAULT_HTTP_PROTOCOL = BASE_URL.split(":", 1)[0]
ACCOUNT_PREVENT_ENUMERATION = True
# Told by mail: what changed in an account, so that whoever did not do it can act.
ACCOUNT_EMAIL_NOTIFICATIONS = True
# One address an account: a new one takes the place of the old when it is confirmed.
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
# How long "it is me" counts for what is delicate, in seconds.
ACCOUNT_REAUTHENTICATION_TIMEOUT = 10 * 60

# Second factor ----------------------------------------------------------------------------------

MFA_ADAPTER = "vicinia.accounts.adapters.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_FORMS = {
    "authenticate": "vicinia.accounts.security.forms.AuthenticateForm",
    "reauthenticate": "vicinia.accounts.security.forms.ReauthenticateForm",
    "activate_totp": "vicinia.accounts.security.forms.ActivateTOTPForm",
    "add_webauthn": "vicinia.accounts.security.forms.AddPasskeyForm",
    "edit_webauthn": "vicinia.accounts.security.forms.RenamePasskeyForm",
}
# Without it nobody with a second factor could change address. What it guards against, an account made with
# another's address, does not open here: addresses are confirmed before the first sign-in.
MFA_ALLOW_UNVERIFIED_EMAIL = True
# A telephone's clock may be half a minute off.
MFA_TOTP_TOLERANCE = 1
# Kept sealed and shown only when they are made: a screen left open later shows none.
MFA_RECOVERY_CODES_SHOW_ONCE = True
