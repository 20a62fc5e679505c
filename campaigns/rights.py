"""Who may do what with campaigns, events, projects and the newsletter: rows of the table of rights."""

from __future__ import annotations

from vicinia.accounts.rights.table import Rows, Standing
from vicinia.accounts.roles import Role

EDITORS = frozenset({Role.EDITOR, Role.PUBLISHER})
SCHOOLS = frozenset({Role.SCHOOLS_OFFICE})
DIRECTOR = frozenset({Role.DIRECTOR})


def kept_by(
    writers: frozenset[Role], *, read_by: frozenset[Role] = frozenset()
) -> dict[str, frozenset[Role]]:
    """Return the rows of a record that its writers keep whole, and others may read."""
    return {"view": writers | read_by, "add": writers, "change": writers, "delete": writers}


ROWS: Rows = {
    "campaigns.campaign": kept_by(EDITORS),
    "campaigns.event": kept_by(EDITORS | SCHOOLS),
    "campaigns.schoolproject": kept_by(SCHOOLS, read_by=EDITORS | DIRECTOR),
    "campaigns.edition": kept_by(SCHOOLS, read_by=EDITORS | DIRECTOR),
    "campaigns.enrolment": {
        "view": SCHOOLS | DIRECTOR,
        # Both are asked of the school whose class it is.
        "add": SCHOOLS | {Standing.TEACHER},
        "cancel": SCHOOLS | {Standing.TEACHER},
    },
    # They name teachers.
    "campaigns.certificate": {"view": SCHOOLS, "issue": SCHOOLS, "annul": SCHOOLS},
    "campaigns.issue": kept_by(EDITORS, read_by=DIRECTOR),
    "campaigns.newslettertopic": kept_by(EDITORS, read_by=DIRECTOR),
    "campaigns.subscriber": {"view": EDITORS | DIRECTOR, "unsubscribe": EDITORS},
}
