"""Forms whose service may refuse what Wagtail found well written."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.http import HttpResponse


class TellsRefusals:
    """Before Wagtail's CreateView or EditView: what the service refuses is told at the form, nothing lost."""

    refusals: ClassVar[tuple[type[Exception], ...]] = (ValidationError,)
    # The field that the refusals are about; None puts them on top.
    refusal_field: ClassVar[str | None] = None

    def form_valid(self, form: Any) -> HttpResponse:
        """Save, or show the refusal as one of the form's own errors."""
        try:
            return super().form_valid(form)  # type: ignore[misc,no-any-return]
        except self.refusals as refusal:
            form.add_error(
                self.refusal_field, refusal if isinstance(refusal, ValidationError) else str(refusal)
            )
            # Wagtail sets these where it validates, and reads them without asking whether they are there.
            self.produced_error_code = "validation_error"
            self.produced_error_message = self.get_error_message()  # type: ignore[attr-defined]
            return self.form_invalid(form)  # type: ignore[attr-defined,no-any-return]
