"""A day, chosen in the browser's own calendar, which never covers the button below it."""

from __future__ import annotations

from typing import Any

from django import forms


class DayInput(forms.DateInput):
    """The value goes as ISO 8601, which is what the browser asks for; people see it their way."""

    input_type = "date"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(format="%Y-%m-%d", **kwargs)
