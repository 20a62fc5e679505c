"""Django looks for an app's models here; each concept keeps its own."""

from .identity.models import DigitalIdentity
from .people.models import User, UserManager
from .security.models import KnownDevice

__all__ = ["DigitalIdentity", "KnownDevice", "User", "UserManager"]
