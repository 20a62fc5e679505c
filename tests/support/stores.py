"""Where test databases live: on PostgreSQL or as SQLite files, behind the same few verbs."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Protocol
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql

from .postgres import PostgresServer


class Store(Protocol):
    """Makes, copies and drops databases by name."""

    vendor: str

    def open(self) -> None:
        """Make the store ready for use by this process."""

    def close(self) -> None:
        """Let go of the store."""

    def url(self, name: str) -> str:
        """The DATABASE_URL of a database."""

    def django_name(self, name: str) -> str:
        """What Django's settings call NAME."""

    def names(self, prefix: str) -> list[str]:
        """Databases that start so, the newest first."""

    def create(self, name: str, template: str | None = None) -> None:
        """Make a database, empty or as a copy."""

    def copy(self, name: str, template: str) -> None:
        """Make a database that ends with the process, wherever that is quickest."""

    @property
    def drops_quickly(self) -> bool:
        """Whether a copy may be dropped while others are made."""

    def rename(self, name: str, new: str) -> None:
        """Give a database its final name, in one step."""

    def drop(self, name: str) -> None:
        """Remove a database, whoever is connected."""


class PostgresStore:
    """Databases of one PostgreSQL server: ours, or one that DATABASE_URL names."""

    vendor = "postgresql"

    def __init__(self, server: PostgresServer | str) -> None:
        self._server = server
        self._has_memory: bool | None = None

    def open(self) -> None:
        """Start our server when it is ours."""
        if isinstance(self._server, PostgresServer):
            self._server.acquire()

    def close(self) -> None:
        """Stop our server when nobody else uses it."""
        if isinstance(self._server, PostgresServer):
            self._server.release()

    def url(self, name: str) -> str:
        """The DATABASE_URL of a database."""
        if isinstance(self._server, PostgresServer):
            return self._server.url(name)
        return urlunsplit(urlsplit(self._server)._replace(path=f"/{name}"))

    def django_name(self, name: str) -> str:
        """The same name."""
        return name

    def names(self, prefix: str) -> list[str]:
        """Databases that start so, the newest first."""
        with psycopg.connect(self.url("postgres")) as connection:
            rows = connection.execute(
                "SELECT datname FROM pg_database WHERE starts_with(datname, %s) ORDER BY oid DESC", [prefix]
            )
            return [row[0] for row in rows]

    def create(self, name: str, template: str | None = None) -> None:
        """`CREATE DATABASE ... TEMPLATE`: a tenth of a second instead of all migrations."""
        self._do("CREATE DATABASE {} TEMPLATE {}", name, template or "template0")

    def copy(self, name: str, template: str) -> None:
        """In memory where our server has some."""
        memory = " TABLESPACE memory" if self.drops_quickly else ""
        self._do("CREATE DATABASE {} TEMPLATE {}" + memory, name, template)

    @property
    def drops_quickly(self) -> bool:
        """Not on a disk: where a thousand files have just been deleted, Linux looks long for a place for new
        ones (ext4 without a journal), and the next database takes ten times as long."""
        if self._has_memory is None:
            with psycopg.connect(self.url("postgres")) as connection:
                found = connection.execute("SELECT 1 FROM pg_tablespace WHERE spcname = 'memory'")
                self._has_memory = found.fetchone() is not None
        return self._has_memory

    def rename(self, name: str, new: str) -> None:
        """Nobody may be connected."""
        self._do("ALTER DATABASE {} RENAME TO {}", name, new)

    def drop(self, name: str) -> None:
        """Remove a database, whoever is connected."""
        self._do("DROP DATABASE IF EXISTS {} WITH (FORCE)", name)

    def _do(self, statement: str, *names: str) -> None:
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))


class SqliteStore:
    """One file a database, in a folder."""

    vendor = "sqlite"

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def open(self) -> None:
        """Make the folder."""
        self._folder.mkdir(parents=True, exist_ok=True)

    def close(self) -> None:
        """Nothing runs."""

    def url(self, name: str) -> str:
        """The DATABASE_URL of a database."""
        return f"sqlite:///{self._path(name)}"

    def django_name(self, name: str) -> str:
        """The file's path."""
        return str(self._path(name))

    def names(self, prefix: str) -> list[str]:
        """Databases that start so, the newest first."""
        files = sorted(self._folder.glob(f"{prefix}*.sqlite3"), key=lambda path: -path.stat().st_mtime)
        return [path.stem for path in files]

    def create(self, name: str, template: str | None = None) -> None:
        """Copy the template's file; an empty database needs none."""
        self.drop(name)
        if template:
            shutil.copyfile(self._path(template), self._path(name))

    def copy(self, name: str, template: str) -> None:
        """As every other."""
        self.create(name, template)

    drops_quickly = True

    def rename(self, name: str, new: str) -> None:
        """The last connection has written the journal back into the file."""
        self._path(name).rename(self._path(new))

    def drop(self, name: str) -> None:
        """Remove the file and its journals."""
        for suffix in ("", "-wal", "-shm"):
            Path(f"{self._path(name)}{suffix}").unlink(missing_ok=True)

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}.sqlite3"
