"""An amount in euro, as forms ask it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext as _

from .formats import euro

LARGEST_AMOUNT = 999_999_999


class EuroField(forms.DecimalField):
    """An amount with two decimals, typed as "1.250,00" or "1250,00"."""

    def __init__(
        self, *, minimum: Decimal | int = 0, maximum: Decimal | int = LARGEST_AMOUNT, **kwargs: Any
    ) -> None:
        self.bounds = (minimum, maximum)
        widget = forms.TextInput(attrs={"inputmode": "decimal", "class": "is-short"})
        super().__init__(max_digits=11, decimal_places=2, localize=True, widget=widget, **kwargs)

    def run_validators(self, value: Any) -> None:
        """Name the limits as amounts: Django's own sentences would show the bare number."""
        super().run_validators(value)
        if value in self.empty_values:
            return
        minimum, maximum = self.bounds
        at_least = _("Write an amount of at least %(amount)s.") % {"amount": euro(minimum)}
        at_most = _("Write an amount of at most %(amount)s.") % {"amount": euro(maximum)}
        MinValueValidator(minimum, at_least)(value)
        MaxValueValidator(maximum, at_most)(value)
