"""Django looks for an app's models here; each concept keeps its own."""

from .landing.models import HomePage

__all__ = ["HomePage"]
