"""What is asked for a logo."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from vicinia.core.files.kinds import IMAGE


class LogoForm(forms.Form):
    """The picture."""

    picture = forms.FileField(
        label=_("Picture"),
        help_text=_("JPEG, PNG or WebP, up to 2 MB. We draw it anew: place, author and hidden data go away."),
        widget=forms.ClearableFileInput(attrs={"accept": ",".join(IMAGE.extensions)}),
        error_messages={
            "required": _("Choose the picture, then press the button."),
            "empty": _("The file is empty: choose it again."),
        },
    )
