"""Django looks for an app's models here; each concept keeps its own."""

from .municipalities.models import ServedMunicipality
from .topics.models import TargetGroup, Topic

__all__ = ["ServedMunicipality", "TargetGroup", "Topic"]
