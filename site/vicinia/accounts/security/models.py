"""From where people sign in."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class KnownDevice(models.Model):
    """A browser and network from which a person signed in: a sign-in from elsewhere is told by mail."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="known_devices")
    # "Firefox Windows", and the first half of the address: enough to tell elsewhere, too little to follow.
    browser = models.CharField(_("browser"), max_length=60)
    network = models.CharField(_("network"), max_length=60)
    last_seen = models.DateTimeField(_("last sign-in"))

    class Meta:
        verbose_name = _("known device")
        verbose_name_plural = _("known devices")
        constraints = [
            models.UniqueConstraint("user", "browser", "network", name="accounts_knowndevice_once"),
        ]

    def __str__(self) -> str:
        return f"{self.browser} ({self.network})"
