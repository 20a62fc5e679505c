"""Django looks for an app's models here; each concept keeps its own."""

from .banners.models import Banner
from .situations.pages import EmergenciesIndexPage, EmergencyPage, EmergencyUpdate

__all__ = ["Banner", "EmergenciesIndexPage", "EmergencyPage", "EmergencyUpdate"]
