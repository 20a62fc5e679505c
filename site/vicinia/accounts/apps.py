"""Who signs in, and with which role."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    """People and roles."""

    name = "vicinia.accounts"
    label = "accounts"
    verbose_name = _("People")
