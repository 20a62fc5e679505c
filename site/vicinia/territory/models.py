"""Django looks for an app's models here; each concept keeps its own."""

from .areas.models import AgeBand, Area
from .letterhead.models import Letterhead
from .municipalities.models import ServedMunicipality
from .places.models import Place, Unit
from .topics.models import TargetGroup, Topic, WorkArea

__all__ = [
    "AgeBand",
    "Area",
    "Letterhead",
    "Place",
    "ServedMunicipality",
    "TargetGroup",
    "Topic",
    "Unit",
    "WorkArea",
]
