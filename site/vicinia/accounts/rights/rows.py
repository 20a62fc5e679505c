"""Who looks after the people of the office and reads the trail: rows of the table of rights."""

from __future__ import annotations

from vicinia.accounts.roles import Role

from .table import Rows

OVERSEERS = frozenset({Role.TRANSPARENCY_OFFICER, Role.ADMINISTRATOR})

ROWS: Rows = {
    # Not "change": with it Wagtail's own screens of people would open, which make superusers.
    "accounts.user": {"manage": frozenset({Role.ADMINISTRATOR})},
    "accounts.right": {"view": OVERSEERS},
    "core.auditentry": {"view": OVERSEERS},
    "core.dataaccess": {"view": OVERSEERS},
    "core.electionsilence": {
        "view": frozenset({Role.EDITOR, Role.PUBLISHER}),
        **dict.fromkeys(("add", "change", "delete", "lift"), frozenset({Role.PUBLISHER})),
    },
    "core.pagequality": {"override": frozenset({Role.PUBLISHER})},
    "accounts.erasurerequest": {
        "view": frozenset({Role.ADMINISTRATOR}),
        "refuse": frozenset({Role.ADMINISTRATOR}),
    },
}
