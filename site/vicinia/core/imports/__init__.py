"""Imports of tables into any model: a resource says what the columns are, the engine compares and writes.

    class PlaceResource(TableResource):
        model, key = Place, "name"
        name = Field("name", "NOME", TextWidget(200))
        city = Field("city", "COMUNE", TextWidget(100))

    outcome = run_import(table, PlaceResource(), write=True)

Fields and widgets are django-import-export's; its own engine saves row by row, cannot show what a row
would change without saving it, and takes several times as long (docs/decisions/0011).
"""

from .changes import RowChange
from .engine import Outcome, RowProblem, run_import
from .resource import TableResource

__all__ = ["Outcome", "RowChange", "RowProblem", "TableResource", "run_import"]
