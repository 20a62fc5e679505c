"""Who reads how clear the pages are: rows of the table of rights."""

from __future__ import annotations

from vicinia.accounts.rights.table import Rows
from vicinia.accounts.roles import Role

ROWS: Rows = {
    "home.pagerating": {"view": frozenset({Role.EDITOR, Role.PUBLISHER, Role.DIRECTOR})},
}
