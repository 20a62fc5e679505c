"""Django looks for an app's models here; each concept keeps its own."""

from .banners.models import Banner

__all__ = ["Banner"]
