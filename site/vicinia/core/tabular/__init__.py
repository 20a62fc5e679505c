"""Reading tables that people send: .csv, .csv.gz, .zip and .xlsx, row by row, by column name.

    with open_table(path) as table:
        for row in table.rows():        # may be asked again: the file is read again
            row.line, row.cells["CODICE"], row.problem

The kind comes from the content, never from the name. What cannot be read at all raises
TableUnreadable with a sentence for the person; a single bad row carries its own `problem`.
"""

from .model import Limits, Row, Table, TableUnreadable
from .opening import open_table

__all__ = ["Limits", "Row", "Table", "TableUnreadable", "open_table"]
