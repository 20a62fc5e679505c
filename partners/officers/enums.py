"""The closed list of offices."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Office(models.TextChoices):
    """An office in a body (*carica*); the first one binds it towards others (art. 26 D.Lgs. 117/2017)."""

    LEGAL_REPRESENTATIVE = "legal_representative", _("Legal representative")
    PRESIDENT = "president", _("President")
    VICE_PRESIDENT = "vice_president", _("Vice president")
    TREASURER = "treasurer", _("Treasurer")
    SECRETARY = "secretary", _("Secretary")
    BOARD_MEMBER = "board_member", _("Board member")
    AUDITOR = "auditor", _("Supervisory board or auditor")
