"""What an import of a model needs to know."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from import_export.fields import Field
from import_export.resources import Resource
from import_export.widgets import CharWidget

from .changes import Values
from .rows import RowRefused

__all__ = ["TableResource", "TextWidget", "Values"]


class TableResource(Resource):
    """Columns of a table and the model's fields that they fill, declared as django-import-export does.

    A subclass declares `name = Field("name", "COLUMN", widget)` for each field that the table gives.
    """

    model: ClassVar[type[Model]]
    # The unique field by which a row is known again.
    key: ClassVar[str]
    # Fields of the model that `merge` looks at beside those that the table fills.
    also_read: ClassVar[tuple[str, ...]] = ()
    fields: ClassVar[dict[str, Field]]

    @property
    def columns(self) -> tuple[str, ...]:
        """Return the columns that a table must have."""
        return tuple(field.column_name for field in self.fields.values())

    @property
    def attributes(self) -> tuple[str, ...]:
        """Return the model's fields that a row fills, in the order of its values."""
        return tuple(field.attribute for field in self.fields.values())

    def read(self, cells: Mapping[str, str]) -> Values:
        """Return what a row says; raise RowRefused with the reason."""
        values: Values = {}
        for field in self.fields.values():
            try:
                values[field.attribute] = field.clean(cells)
            except (ValueError, ValidationError) as error:
                reason = "; ".join(error.messages) if isinstance(error, ValidationError) else str(error)
                raise RowRefused(f"{self._title(field.attribute)}: {reason.rstrip('.')}") from error
        if not values[self.key]:
            raise RowRefused(_("%(column)s is empty") % {"column": self._title(self.key)})
        return values

    def _title(self, attribute: str) -> str:
        """Return how people call a field: the file's own column may have any name."""
        return capfirst(str(self.model._meta.get_field(attribute).verbose_name))  # type: ignore[union-attr]

    def merge(self, known: Values, given: Values) -> Values:
        """Return what a record that is there becomes; by default, all that the row says."""
        return given


class TextWidget(CharWidget):
    """A text on one line, at most so long, without needless spaces."""

    def __init__(self, longest: int) -> None:
        super().__init__(coerce_to_string=True, allow_blank=True)
        self.longest = longest

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> str:
        """Return the text; raise ValueError when it is too long or holds what is not text."""
        text = " ".join(str(value or "").split())
        if len(text) > self.longest:
            raise ValueError(_("longer than %(number)d characters") % {"number": self.longest})
        if not text.isprintable():
            raise ValueError(_("holds characters that are not text"))
        return text
