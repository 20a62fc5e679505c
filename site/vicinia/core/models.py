"""Django looks for an app's models here; each concept keeps its own."""

from .audit.models import AuditEntry
from .credits.models import ImageCredit
from .files.models import StoredFile
from .imports.models import TableImport
from .imports.runs.models import ImportRun
from .page_cache.models import CacheGeneration
from .registers.models import RegisterCounter
from .shared_cache.models import CacheEntry
from .silence.models import ElectionSilence, IndispensablePage
from .tasks.models import Progress, ScheduledJob, TaskSetback, WorkerHeartbeat
from .traces.models import DataAccess

__all__ = [
    "AuditEntry",
    "CacheEntry",
    "CacheGeneration",
    "DataAccess",
    "ElectionSilence",
    "ImageCredit",
    "ImportRun",
    "IndispensablePage",
    "Progress",
    "RegisterCounter",
    "ScheduledJob",
    "StoredFile",
    "TableImport",
    "TaskSetback",
    "WorkerHeartbeat",
]
