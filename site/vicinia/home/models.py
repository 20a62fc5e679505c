"""Django looks for an app's models here; each concept keeps its own."""

from .landing.models import HomePage
from .legal.models import LegalPage

__all__ = ["HomePage", "LegalPage"]
