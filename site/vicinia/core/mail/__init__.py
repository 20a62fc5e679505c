"""Mails made of templates: `send(...)` queues one for after the commit."""

from .services import Attachment, send

__all__ = ["Attachment", "send"]
