"""Files that people upload: private, with a random name, known by their content."""

import uuid

from django.conf import settings
from django.core.files.storage import storages
from django.core.files.storage.base import Storage
from django.db import models
from django.utils.translation import gettext_lazy as _


def private_storage() -> Storage:
    """The storage outside MEDIA_URL (a callable, so that migrations do not freeze its place)."""
    return storages["private"]


def random_name(_instance: "StoredFile", _name: str) -> str:
    """A name that tells nothing; two levels of folders keep each of them small."""
    token = uuid.uuid4().hex
    return f"{token[:2]}/{token[2:4]}/{token}"


class StoredFile(models.Model):
    """One uploaded or generated file; who may read it is decided by the object that points to it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    file = models.FileField(_("file"), storage=private_storage, upload_to=random_name)
    name = models.CharField(_("name given by the person"), max_length=255)
    content_type = models.CharField(_("type, from the content"), max_length=100)
    size = models.PositiveBigIntegerField(_("size in bytes"))
    sha256 = models.CharField(_("SHA-256"), max_length=64)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("from"),
    )
    created_at = models.DateTimeField(_("received at"), auto_now_add=True)

    class Meta:
        verbose_name = _("private file")
        verbose_name_plural = _("private files")

    def __str__(self) -> str:
        return self.name
