"""Keeping and reading the credit of an image."""

from __future__ import annotations

from wagtail.images.models import AbstractImage

from .models import ImageCredit


def credit_of(image: AbstractImage) -> str:
    """Return what must be said of who made an image, or nothing."""
    try:
        return str(image.credit_line.text)
    except ImageCredit.DoesNotExist:
        return ""


def set_credit(*, image: AbstractImage, text: str) -> None:
    """Write the credit, or take it away. Wagtail writes down who saved the image, of which it is a part."""
    if said := text.strip():
        ImageCredit.objects.update_or_create(image=image, defaults={"text": said})
    else:
        ImageCredit.objects.filter(image=image).delete()
