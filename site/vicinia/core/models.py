"""Django looks for an app's models here; each concept keeps its own."""

from .audit.models import AuditEntry
from .files.models import StoredFile
from .page_cache.models import CacheGeneration
from .tasks.models import Progress, WorkerHeartbeat

__all__ = ["AuditEntry", "CacheGeneration", "Progress", "StoredFile", "WorkerHeartbeat"]
