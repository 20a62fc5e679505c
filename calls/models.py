"""Django looks for an app's models here; each concept keeps its own."""

from .applications.models import Application, Attachment
from .notices.models import Call, CallAct, Criterion, WantedDocument
from .notices.pages import CallPage, CallsIndexPage

__all__ = [
    "Application",
    "Attachment",
    "Call",
    "CallAct",
    "CallPage",
    "CallsIndexPage",
    "Criterion",
    "WantedDocument",
]
