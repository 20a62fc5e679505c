"""Django looks for an app's models here; each concept keeps its own."""

from .erasure.models import ErasureRequest
from .identity.models import DigitalIdentity
from .people.models import User, UserManager
from .security.models import KnownDevice

__all__ = ["DigitalIdentity", "ErasureRequest", "KnownDevice", "User", "UserManager"]
