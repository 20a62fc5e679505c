"""A resource behind the import screens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vicinia.core.tabular import Table

from .engine import run_import
from .outcome import Outcome, Watch
from .resource import TableResource

if TYPE_CHECKING:
    from vicinia.accounts.models import User


class ResourceImporter:
    """Runs a resource through the engine."""

    def __init__(self, resource: TableResource) -> None:
        self._resource = resource

    def run(self, table: Table, *, write: bool, watch: Watch, by: User | None) -> Outcome:
        """Compare and, when asked, write; the run itself records who asked."""
        return run_import(table, self._resource, write=write, watch=watch)
