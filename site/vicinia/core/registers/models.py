"""The last number given in a register and year."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class RegisterCounter(models.Model):
    """One row a register and year; whoever takes a number holds the row until the end."""

    # What is numbered, as the app that numbers it calls it: core does not know the registers.
    register = models.CharField(_("register"), max_length=20)
    year = models.PositiveSmallIntegerField(_("year"))
    last = models.PositiveIntegerField(_("last number given"), default=0)

    class Meta:
        verbose_name = _("register counter")
        verbose_name_plural = _("register counters")
        constraints = [models.UniqueConstraint(fields=["register", "year"], name="core_counter_once")]

    def __str__(self) -> str:
        return f"{self.register} {self.year}: {self.last}"
