"""Pictures, texts and documents of the demo, made by our own code from what its YAML files say."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import markdown
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.utils import timezone
from wagtail.documents import get_document_model
from wagtail.documents.models import AbstractDocument
from wagtail.images import get_image_model
from wagtail.images.models import AbstractImage

from .illustrations import render_png

IMAGE_WIDTH = 1280


def picture(key: str | None) -> AbstractImage | None:
    """Return the illustration called `key` as an image of the library, drawing it the first time."""
    if not key:
        return None
    model = get_image_model()
    title = f"Illustrazione {key}"
    found: AbstractImage | None = model.objects.filter(title=title).first()
    if found:
        return found
    file = ImageFile(BytesIO(render_png(key, IMAGE_WIDTH)), name=f"illustrazione-{key}.png")
    image: AbstractImage = model.objects.create(title=title, file=file)
    return image


def prose(text: str) -> str:
    """Turn Markdown into the rich text that editors write."""
    return markdown.markdown(text)


def body(text: str) -> list[tuple[str, str]]:
    """Turn Markdown into the body of a page: one block of text, none when there is nothing."""
    return [("text", prose(text))] if text.strip() else []


def library_file(path: Path) -> AbstractDocument:
    """Return a file that stands beside the YAML as a document of the library, adding it the first time."""
    model = get_document_model()
    found: AbstractDocument | None = model.objects.filter(title=path.name).first()
    if found:
        return found
    content = path.read_bytes()
    file = ContentFile(content, name=path.name)
    document: AbstractDocument = model.objects.create(title=path.name, file=file, file_size=len(content))
    return document


def leaflet(key: str, title: str, text: str, *, municipality: str, office: str) -> AbstractDocument:
    """Return a one-sheet PDF as a document of the library, typesetting it the first time."""
    from .pdf import render

    model = get_document_model()
    found: AbstractDocument | None = model.objects.filter(title=title, file__contains=key).first()
    if found:
        return found
    data = {
        "lang": "en" if key.endswith("-en") else "it",
        "municipality": municipality,
        "office": office,
        "title": title,
        "generated": f"{municipality} · {office}",
        "paragraphs": [paragraph.strip() for paragraph in text.split("\n\n") if paragraph.strip()],
    }
    file = ContentFile(render("document", data, at=timezone.now()), name=f"{key}.pdf")
    document: AbstractDocument = model.objects.create(title=title, file=file, file_size=file.size)
    return document
