"""The kinds of file that a form may accept."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class FileKind:
    """A kind of file: its name for people, its media types, and what it may weigh."""

    label: str | Promise
    content_types: frozenset[str]
    extensions: tuple[str, ...]


PDF = FileKind(_("PDF"), frozenset({"application/pdf"}), (".pdf",))
IMAGE = FileKind(
    _("image (JPEG, PNG, WebP)"),
    frozenset({"image/jpeg", "image/png", "image/webp"}),
    (".jpg", ".jpeg", ".png", ".webp"),
)
