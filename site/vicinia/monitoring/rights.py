"""Who reads and who writes figures: rows of the table of rights."""

from __future__ import annotations

from vicinia.accounts.rights.table import Rows
from vicinia.accounts.roles import Role

WRITERS = frozenset({Role.EDITOR, Role.PUBLISHER, Role.SCHOOLS_OFFICE})

ROWS: Rows = {
    # Everybody of the office but the evaluators, who see one narrow screen.
    "monitoring.dashboard": {"view": frozenset(set(Role) - {Role.EVALUATOR})},
    "monitoring.participationrecord": {
        "view": WRITERS | {Role.DIRECTOR, Role.TRANSPARENCY_OFFICER},
        "add": WRITERS,
        "change": WRITERS,
    },
}
