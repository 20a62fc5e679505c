"""What a query counted."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Measure:
    """What a query counted; with a denominator it is a rate, without one a count."""

    value: int
    out_of: int | None = None

    @property
    def percent(self) -> Decimal | None:
        """The rate in %, to one decimal; None for counts and when there is nothing to divide by."""
        if not self.out_of:
            return None
        return (Decimal(100) * self.value / self.out_of).quantize(Decimal("0.1"))
