"""What a body may show to everybody: a closed list, without IBAN and without anything of a natural person
but the representative's name."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PublicFieldName(models.TextChoices):
    """A part of the public page; name and legal form are on it anyway."""

    DESCRIPTION = "description", _("What it does")
    WHO_THEY_HELP = "who_they_help", _("Who it helps, in its words")
    TOPICS = "topics", _("Topics")
    TARGET_GROUPS = "target_groups", _("Who it helps")
    SEAT = "seat", _("Seat")
    EMAIL = "email", _("E-mail")
    PHONE = "phone", _("Phone")
    WEBSITE = "website", _("Website")
    PEC = "pec", _("Certified e-mail (PEC)")
    TAX_CODE = "tax_code", _("Tax code")
    VAT_NUMBER = "vat_number", _("VAT number")
    RUNTS = "runts", _("RUNTS (national third-sector register)")
    REPRESENTATIVE = "representative", _("Legal representative")
    FOUNDED = "founded", _("Founded in")
    VOLUNTEERS = "volunteers", _("Volunteers")
    LOGO = "logo", _("Logo")
