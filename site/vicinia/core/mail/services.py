"""Writing a mail from its templates and handing it to the worker.

A mail called "calls/receipt" is three templates: `emails/calls/receipt.subject.txt` (one line),
`.txt` and `.html`. They all receive the context and `base_url`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from email.utils import make_msgid
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.template import Context, Engine
from django.template.loader import render_to_string
from django.utils import translation


@dataclass(frozen=True)
class Attachment:
    """A private file (`core.StoredFile` id) sent with a mail."""

    stored_file_id: str


def send(
    template: str,
    *,
    to: Sequence[str],
    context: Mapping[str, Any],
    language: str = "it",
    headers: Mapping[str, str] | None = None,
    attachments: Sequence[Attachment] = (),
) -> None:
    """Render a mail now, in the recipient's language, and queue it for after the commit.

    Rendering now means that the mail says what was true when the thing happened, and that a fault
    in a template is seen by the code that asked for it, not by a worker in the night.
    """
    with translation.override(language):
        full = {**context, "base_url": settings.BASE_URL}
        subject = " ".join(plain(f"emails/{template}.subject.txt", full).split())
        text = plain(f"emails/{template}.txt", full)
        html = render_to_string(f"emails/{template}.html", full)
    queue(subject=subject, text=text, html=html, to=to, headers=headers, attachments=attachments)


def plain(template: str, context: Mapping[str, Any]) -> str:
    """Render a part that is no HTML: the apostrophe of a name stays an apostrophe."""
    return Engine.get_default().get_template(template).render(Context(dict(context), autoescape=False))


def queue(
    *,
    subject: str,
    text: str,
    html: str,
    to: Sequence[str],
    headers: Mapping[str, str] | None = None,
    attachments: Sequence[Attachment] = (),
) -> None:
    """Hand a mail that is written already to the worker, after the commit."""
    from .tasks import deliver

    message = {
        "subject": subject,
        "text": text,
        "html": html,
        "to": list(to),
        # One id for all attempts: a mail that went out twice is shown once.
        "headers": {"Message-ID": make_msgid(domain=urlsplit(settings.BASE_URL).hostname), **(headers or {})},
        "attachments": [item.stored_file_id for item in attachments],
    }
    transaction.on_commit(lambda: deliver.enqueue(message))


def build(message: Mapping[str, Any]) -> EmailMultiAlternatives:
    """Make Django's message of a queued one, opening its attachments."""
    from vicinia.core.files.models import StoredFile

    mail = EmailMultiAlternatives(
        subject=message["subject"], body=message["text"], to=message["to"], headers=message["headers"]
    )
    mail.attach_alternative(message["html"], "text/html")
    for stored in StoredFile.objects.filter(pk__in=message["attachments"]):
        with stored.file.open("rb") as file:
            mail.attach(stored.name, file.read(), stored.content_type)
    return mail
