"""One trail: what Wagtail writes in its own logs is carried over as it is written.

Pages, images, documents, snippets, settings and people are changed by Wagtail's screens, which log each
write themselves; its logs stay what its own history screens read.
"""

from __future__ import annotations

from typing import Any

from django.db.models.signals import post_save
from wagtail.models import BaseLogEntry, ModelLogEntry, PageLogEntry

from .services import write


def connect() -> None:
    """Listen to Wagtail's logs."""
    for log in (PageLogEntry, ModelLogEntry):
        post_save.connect(carry_over, sender=log, dispatch_uid=f"vicinia.core.audit.{log.__name__}")


def carry_over(sender: type[BaseLogEntry], instance: BaseLogEntry, created: bool, **_kwargs: Any) -> None:
    """Record the logged write; the action keeps Wagtail's name ("wagtail.publish")."""
    if not created or instance.content_type is None or _is_saved_again(instance):
        return
    write(
        instance.action,
        by=instance.user,
        kind=f"{instance.content_type.app_label}.{instance.content_type.model}",
        target_id=str(instance.object_id),
        label=instance.label,
        data=instance.data,
    )


def _is_saved_again(entry: BaseLogEntry) -> bool:
    """While a person writes, the editor saves by itself: those entries share an id and count once."""
    same = type(entry).objects.filter(uuid=entry.uuid, action=entry.action, content_type=entry.content_type)
    return bool(entry.uuid) and same.exclude(pk=entry.pk).exists()
