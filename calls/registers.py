"""What calls number, each year from 1 (`vicinia.core.registers`)."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Register(models.TextChoices):
    """What is numbered."""

    CALLS = "calls", pgettext_lazy("noun", "calls")
    APPLICATIONS = "applications", _("applications")
