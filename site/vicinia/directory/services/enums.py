"""Words of services."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ServiceStatus(models.TextChoices):
    """Whether the service can be asked for now."""

    ACTIVE = "active", _("active")
    INACTIVE = "inactive", _("not active")


class AccessKind(models.TextChoices):
    """A channel through which people reach a service."""

    ONLINE = "online", _("online")
    BOOKING = "booking", _("by appointment")
    OFFICE = "office", _("in person")
    PHONE = "phone", _("by telephone")
    MAIL = "mail", _("by e-mail")


# What the public validator of municipal sites looks for on each channel.
ACCESS_ELEMENTS = {
    AccessKind.ONLINE: "service-online-access",
    AccessKind.BOOKING: "service-booking-access",
    AccessKind.OFFICE: "service-generic-access",
}
