"""Who may do what with bodies and schools: rows of the table of rights."""

from __future__ import annotations

from vicinia.accounts.rights.table import Rows, Standing
from vicinia.accounts.roles import Role

OFFICE = frozenset({Role.CALLS_OFFICE, Role.RESPONSIBLE_OFFICIAL})
READERS = frozenset({Role.DIRECTOR, Role.TRANSPARENCY_OFFICER, Role.EDITOR, Role.PUBLISHER})
SCHOOLS = frozenset({Role.SCHOOLS_OFFICE})
# A suspended body's members only read: `organisations.standing`.
ACTING = frozenset({Standing.REPRESENTATIVE, Standing.WRITER})

ROWS: Rows = {
    "partners.organisation": {
        "view": OFFICE | READERS | ACTING | {Standing.READER},
        "add": OFFICE,
        # From a list, whose rows correct those that a list wrote before.
        "import": OFFICE,
        "change": OFFICE | ACTING,
        # Apply and report in its name: nobody of the office may, not even an administrator.
        "act": ACTING,
        # Send what binds it, where a call asks for more than that (DPR 445/2000 art. 38, c. 3-bis).
        "sign": frozenset({Standing.REPRESENTATIVE, Standing.DELEGATE}),
        # Payments go there: who could change it could have them.
        "see_iban": frozenset({Role.CALLS_OFFICE, Standing.REPRESENTATIVE}),
        # Say who acts for it.
        "govern": frozenset({Standing.REPRESENTATIVE}),
        "verify": OFFICE,
        "suspend": OFFICE,
        "merge": OFFICE,
    },
    # What the body's people may: their membership, asked of the body.
    "partners.agreement": {
        "view": OFFICE | {Role.DIRECTOR, Role.TRANSPARENCY_OFFICER},
        "add": OFFICE,
        # Close, annul and open again too.
        "change": OFFICE,
        # Note what the act of liquidazione orders, and that it is paid; annul it.
        "pay": OFFICE,
    },
    "partners.dossierversion": {"view": OFFICE, "check": OFFICE},
    "partners.school": {"view": SCHOOLS | {Role.DIRECTOR, Standing.TEACHER}, "import": SCHOOLS},
    "partners.schoolcontact": {"view": SCHOOLS | {Role.DIRECTOR}, "decide": SCHOOLS},
    "partners.headcount": {"view": SCHOOLS | {Role.DIRECTOR}, "import": SCHOOLS},
    "partners.referent": {"remind": SCHOOLS},
    "partners.schoolsuccession": {"view": SCHOOLS | {Role.DIRECTOR}, "decide": SCHOOLS},
    "partners.schoolimport": {"view": SCHOOLS | {Role.DIRECTOR}},
    "territory.servedmunicipality": {
        "view": SCHOOLS,
        "add": SCHOOLS,
        "change": SCHOOLS,
        "delete": SCHOOLS,
    },
}
