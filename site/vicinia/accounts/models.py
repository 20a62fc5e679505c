"""Django looks for an app's models here; each concept keeps its own."""

from .identity.models import DigitalIdentity
from .people.models import User, UserManager

__all__ = ["DigitalIdentity", "User", "UserManager"]
