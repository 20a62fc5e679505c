"""`audit.record(...)`: the one way to write to the audit trail."""

from .services import record

__all__ = ["record"]
