"""Who keeps places, offices and the lists that content is described with: rows of the table of rights."""

from __future__ import annotations

from vicinia.accounts.rights.table import Rows
from vicinia.accounts.roles import Role

EDITORS = frozenset({Role.EDITOR, Role.PUBLISHER})
VOCABULARY = frozenset({Role.PUBLISHER})
EVERYDAY = ("place", "unit")
VOCABULARIES = ("topic", "targetgroup", "workarea", "area", "ageband", "letterhead")

ROWS: Rows = {
    f"territory.{model}": {"view": EDITORS, "add": writers, "change": writers, "delete": writers}
    for models, writers in ((EVERYDAY, EDITORS), (VOCABULARIES, VOCABULARY))
    for model in models
}
