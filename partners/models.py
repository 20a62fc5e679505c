"""Django looks for an app's models here; each concept keeps its own."""

from .organisations.models import Membership, Organisation
from .schools.models import Headcount, Institute, School, SchoolContact, SchoolImport

__all__ = ["Headcount", "Institute", "Membership", "Organisation", "School", "SchoolContact", "SchoolImport"]
