"""One trail: what is written on Wagtail's screens is in it too.

Pages, images, documents, snippets, settings and people are changed by Wagtail's screens. Most of them log
each write themselves, and what they log is carried over; its logs stay what its own history screens read.
Its dialogs, its upload of several files and its deletion of several rows log nothing: there the rows
themselves tell.
"""

from __future__ import annotations

from typing import Any

import structlog
from django.db.models import Model
from django.db.models.signals import post_delete, post_save
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.log_actions import get_active_log_context
from wagtail.models import BaseLogEntry, ModelLogEntry, PageLogEntry

from .models import AuditEntry
from .services import write


def connect() -> None:
    """Listen to Wagtail's logs, and to the rows of what its silent screens write."""
    for log in (PageLogEntry, ModelLogEntry):
        post_save.connect(carry_over, sender=log, dispatch_uid=f"vicinia.core.audit.{log.__name__}")
    post_save.connect(note_creation, dispatch_uid="vicinia.core.audit.created")
    post_delete.connect(note_deletion, dispatch_uid="vicinia.core.audit.deleted")


def carry_over(sender: type[BaseLogEntry], instance: BaseLogEntry, created: bool, **_kwargs: Any) -> None:
    """Record the logged write; the action keeps Wagtail's name ("wagtail.publish")."""
    if not created or instance.content_type is None or _is_saved_again(instance):
        return
    kind = f"{instance.content_type.app_label}.{instance.content_type.model}"
    if not _is_told(instance.action, kind, str(instance.object_id)):
        write(
            instance.action,
            by=instance.user,
            kind=kind,
            target_id=str(instance.object_id),
            label=instance.label,
            data=instance.data,
        )


def note_creation(sender: type[Model], instance: Model, created: bool, **_kwargs: Any) -> None:
    """Record what somebody has made in a dialog, or sent among several files."""
    if created:
        _note("wagtail.create", instance)


def note_deletion(sender: type[Model], instance: Model, **_kwargs: Any) -> None:
    """Record what somebody has deleted among several rows."""
    _note("wagtail.delete", instance)


def _note(action: str, instance: Model) -> None:
    # Outside of the admin (the demo, an import) nobody is at work: services record those writes.
    person = get_active_log_context().user
    if person is None or not _is_kept_by_wagtail(type(instance)):
        return
    kind, key = instance._meta.label_lower, str(instance.pk)
    if not _is_told(action, kind, key):
        write(action, by=person, kind=kind, target_id=key, label=str(instance), data={})


def _is_kept_by_wagtail(model: type[Model]) -> bool:
    """Tell what Wagtail's own screens write: images, documents, snippets (which it marks when registered)."""
    return hasattr(model, "snippet_viewset") or model in {get_image_model(), get_document_model()}


def _is_told(action: str, kind: str, key: str) -> bool:
    """Tell whether this request has the write in the trail already: the row and a log may both tell it."""
    request_id = structlog.contextvars.get_contextvars().get("request_id", "")
    same = AuditEntry.objects.filter(request_id=request_id, action=action, target_type=kind, target_id=key)
    return action in {"wagtail.create", "wagtail.delete"} and bool(request_id) and same.exists()


def _is_saved_again(entry: BaseLogEntry) -> bool:
    """While a person writes, the editor saves by itself: those entries share an id and count once.

    What is done to several objects at once shares the id too, and counts for each of them.
    """
    place = {"page": entry.object_id} if isinstance(entry, PageLogEntry) else {"object_id": entry.object_id}
    same = type(entry).objects.filter(
        uuid=entry.uuid, action=entry.action, content_type=entry.content_type, **place
    )
    return bool(entry.uuid) and same.exclude(pk=entry.pk).exists()
