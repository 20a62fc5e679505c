"""Mails made of templates: `send(...)` queues one for after the commit."""

from .links import link
from .services import Attachment, queue, send
from .signature import SIGNATURES, Signature, signature

__all__ = ["SIGNATURES", "Attachment", "Signature", "link", "queue", "send", "signature"]
