"""Who keeps services and needs: rows of the table of rights."""

from __future__ import annotations

from vicinia.accounts.rights.table import Rows
from vicinia.accounts.roles import Role

EDITORS = frozenset({Role.EDITOR, Role.PUBLISHER})
VOCABULARY = frozenset({Role.PUBLISHER})

ROWS: Rows = {
    "directory.service": {"view": EDITORS, "add": EDITORS, "change": EDITORS, "delete": EDITORS},
    "directory.need": {"view": EDITORS, "add": VOCABULARY, "change": VOCABULARY, "delete": VOCABULARY},
}
