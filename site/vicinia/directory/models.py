"""Django looks for an app's models here; each concept keeps its own."""

from .associations.models import HelpOffered
from .needs.models import Need
from .services.models import Service
from .services.pages import ServicePage, ServicesIndexPage

__all__ = ["HelpOffered", "Need", "Service", "ServicePage", "ServicesIndexPage"]
