"""The name of a person or of a body, as forms ask it."""

from __future__ import annotations

from typing import Any

from django import forms

from .text import clean_name
from .validators import validate_plain_letters


class NameField(forms.CharField):
    """A name without what cannot be seen; letters of other alphabets that pose as Latin are told."""

    default_validators = [validate_plain_letters]

    def to_python(self, value: Any) -> str:
        """Take away what cannot be seen."""
        return clean_name(super().to_python(value) or "")
