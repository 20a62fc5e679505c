"""The demo's accounts, as `make run` shows them to whoever tries the site."""

from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model

from .demo import read_yaml


def accounts_text() -> str:
    """Return the accounts, password and where to sign in; nothing when the demo is not in this database."""
    demo = read_yaml(Path(apps.get_app_config("accounts").path) / "demo" / "accounts.yaml")
    accounts = demo["accounts"]
    if not get_user_model().objects.filter(email=accounts[0]["email"]).exists():
        return ""
    lines = [f"  {account['email']:<34}{account['name']}" for account in accounts]
    return "\n".join(
        [
            f"Demo accounts, all with the password {demo['password']}",
            f"(sign in at {settings.BASE_URL}/accedi/, staff at {settings.BASE_URL}/cms/):",
            *lines,
            *([] if settings.EMAIL_URL else [f"Mails are kept here: {settings.BASE_URL}/posta-demo/"]),
        ]
    )
