"""Images as editors upload them: whole, of a size that can be drawn, without the camera's hidden data."""

from __future__ import annotations

import io
from typing import IO, Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from PIL import Image, ImageOps
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from vicinia.core.credits.models import LONGEST
from vicinia.core.credits.services import credit_of, set_credit

# What a photograph may tell of where, when and by whom it was taken; renditions would carry it along.
HIDDEN = {"exif", "xmp", "XML:com.adobe.xmp", "photoshop", "comment"}
QUALITY = 95


class WholeImageField(WagtailImageField):
    """Refuses what does not open to the last byte, and takes the hidden data away."""

    def to_python(self, data: UploadedFile[bytes] | None) -> UploadedFile[bytes] | None:
        """Return the file as it is kept. Wagtail itself opens only the head of it, or fails."""
        try:
            file: UploadedFile[bytes] | None = super().to_python(data)
            drawn = without_hidden_data(file) if file else None
        except (OSError, SyntaxError, ValueError) as broken:
            raise ValidationError(
                _("The image is damaged: it opens only in part. Save it again, or send another one."),
                code="invalid_image",
            ) from broken
        if file is None or drawn is None:
            return file
        return SimpleUploadedFile(file.name or "", drawn, file.content_type or "")


class UploadedImageForm(BaseImageForm):
    """The form of an image, for one and for many at once (setting WAGTAILIMAGES_IMAGE_FORM_BASE)."""

    file = WholeImageField(label=gettext_lazy("File"), widget=BaseImageForm.Meta.widgets["file"])
    credit = forms.CharField(
        label=gettext_lazy("Credit"),
        max_length=LONGEST,
        required=False,
        help_text=gettext_lazy(
            "Who made it and under which licence, if it must be said: «Anna Bianchi, CC BY 4.0»."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["credit"].initial = credit_of(self.instance)

    def _save_m2m(self) -> None:
        """Keep the credit as soon as the image is kept."""
        super()._save_m2m()
        if "credit" in self.changed_data:
            set_credit(image=self.instance, text=self.cleaned_data["credit"])


def without_hidden_data(file: IO[bytes]) -> bytes | None:
    """Return an image upright and without what the camera wrote into it; None when nothing is hidden.

    Raises OSError, SyntaxError or ValueError when it is not whole.
    """
    file.seek(0)
    with Image.open(file) as opened:
        kind = opened.format
        is_animated = getattr(opened, "is_animated", False)
        opened.load()
        if not HIDDEN & set(opened.info):
            file.seek(0)
            return None
        upright = opened if is_animated else ImageOps.exif_transpose(opened)
        for name in HIDDEN & set(upright.info):
            del upright.info[name]
        kept = io.BytesIO()
        # Pillow writes Exif data only when asked to.
        upright.save(
            kept,
            kind,
            quality=QUALITY,
            save_all=is_animated,
            icc_profile=opened.info.get("icc_profile"),
        )
    return kept.getvalue()
