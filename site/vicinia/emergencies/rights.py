"""Who raises the notice above every page: rows of the table of rights."""

from __future__ import annotations

from vicinia.accounts.rights.table import Rows
from vicinia.accounts.roles import Role

EDITORS = frozenset({Role.EDITOR, Role.PUBLISHER})

ROWS: Rows = {"emergencies.banner": {"view": EDITORS, "change": EDITORS}}
