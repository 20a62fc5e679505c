"""The ages by which people look for help."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class AgeGroup(models.TextChoices):
    """An age as people say it; the value is in the address of the list."""

    CHILDREN = "bambini", _("Children up to 10")
    TEENAGERS = "ragazzi", _("From 11 to 17")
    YOUNG = "giovani", _("From 18 to 29")
    ADULTS = "adulti", _("From 30 to 64")
    ELDERLY = "anziani", _("65 and over")

    @property
    def years(self) -> tuple[int, int]:
        """First and last age, both included."""
        return YEARS[self]


OLDEST = 120
YEARS = {
    AgeGroup.CHILDREN: (0, 10),
    AgeGroup.TEENAGERS: (11, 17),
    AgeGroup.YOUNG: (18, 29),
    AgeGroup.ADULTS: (30, 64),
    AgeGroup.ELDERLY: (65, OLDEST),
}
