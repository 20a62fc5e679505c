"""Django looks for an app's models here; each concept keeps its own."""

from .participation.models import ParticipationRecord

__all__ = ["ParticipationRecord"]
