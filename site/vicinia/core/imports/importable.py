"""What the office can import from its screens: apps register it in `ready()`.

    importables.register("partners.organisations", Importable(
        title=_("Bodies admitted to the five per mille"), ...,
        columns=(ImportColumn("codice_fiscale", _("Tax code")), ...),
        permission="partners.import_organisation",
        importer=lambda: ResourceImporter(FivePerMilleResource()),
    ))

The screens, the task and the files kept are the same for all; an importer only reads, compares, writes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from django.apps import apps
from django.db.models import Model
from django.utils.functional import Promise

from vicinia.core.registries import Registry
from vicinia.core.tabular import Table

from .outcome import Outcome, Watch

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from vicinia.accounts.models import User


class Importer(Protocol):
    """Reads a table whose columns have the names that the importable declares."""

    def run(self, table: Table, *, write: bool, watch: Watch, by: User | None) -> Outcome:
        """Compare the table with what we hold and, when asked, write what differs, in short transactions.

        It must be safe to run again after a run cut short, and tell `watch` as the engine does.
        Raises TableUnreadable when the table is not what it should be.
        """


@dataclass(frozen=True, slots=True)
class ImportColumn:
    """A column that the importer reads: by what name, and what it says to people."""

    name: str
    label: str | Promise
    help: str | Promise = ""
    is_required: bool = True
    # A value for the model file that people download.
    example: str = ""


@dataclass(frozen=True, slots=True)
class Importable:
    """A kind of import, as the office chooses it."""

    title: str | Promise
    # One sentence: where the file comes from, by what a row is known again.
    help: str | Promise
    columns: tuple[ImportColumn, ...]
    # Who has it may import.
    permission: str
    # "app.model" that the rows become: names the fields of the differences.
    model: str
    importer: Callable[[], Importer]
    # The list where what was imported is seen.
    list_url: Callable[[], str]

    @property
    def model_class(self) -> type[Model]:
        """The model that the rows become."""
        return apps.get_model(self.model)

    def allows(self, user: User | AnonymousUser) -> bool:
        """Tell whether the person may import this."""
        return user.has_perm(self.permission)


importables: Registry[Importable] = Registry("importable tables")


def importable_by(user: User | AnonymousUser) -> dict[str, Importable]:
    """Return what the person may import, by key."""
    return {key: each for key, each in importables.items() if each.allows(user)}
