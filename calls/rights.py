"""Who may do what with calls and applications: rows of the table of rights."""

from __future__ import annotations

from vicinia.accounts.rights.table import Rows
from vicinia.accounts.roles import Role

OFFICE = frozenset({Role.CALLS_OFFICE, Role.RESPONSIBLE_OFFICIAL})

ROWS: Rows = {
    "calls.call": {
        "view": OFFICE | {Role.DIRECTOR, Role.TRANSPARENCY_OFFICER},
        "add": OFFICE,
        "change": OFFICE,
        "delete": OFFICE,
        "publish": OFFICE,
    },
    # Members reach theirs through the body: "act" on partners.organisation.
    "calls.application": {"view": OFFICE},
}
