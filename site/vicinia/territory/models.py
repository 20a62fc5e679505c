"""Django looks for an app's models here; each concept keeps its own."""

from .topics.models import TargetGroup, Topic

__all__ = ["TargetGroup", "Topic"]
