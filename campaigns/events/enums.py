"""Words of events that other apps use too."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class EventKind(models.TextChoices):
    """What happens there."""

    MEETING = "meeting", _("meeting")
    WORKSHOP = "workshop", _("workshop")
    SHOW = "show", _("show")
    DAY = "day", _("open day")
    COURSE = "course", _("course")
    WALK = "walk", _("walk")


class EventTime(models.TextChoices):
    """Coming or past; the value is what the list's address says (`?stato=passati`)."""

    COMING = "in-arrivo", _("coming")
    PAST = "passati", _("past")
