"""Every environment variable of the installation, read in one place.

`docs/operating.md` has the same table for people; a test keeps the two equal. A wrong value stops
the start with one sentence that names the variable.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from environs import Env, EnvError

env = Env()


@dataclass(frozen=True)
class Variable:
    """One environment variable: how to read it, what happens without it, what it is for."""

    name: str
    reader: str
    default: str
    meaning: str


VARIABLES: dict[str, Variable] = {}


def read(name: str, reader: str, default: Any, meaning: str, **options: Any) -> Any:
    """Read and declare a variable; `reader` is a method of environs (str, int, bool, list, ...)."""
    VARIABLES[name] = Variable(name, reader, shown(default), meaning)
    method: Callable[..., Any] = getattr(env, reader)
    try:
        return method(name, default, **options)
    except (EnvError, ValueError) as error:
        raise ImproperlyConfigured(
            f"{name} has a wrong value: {reason(error)} See docs/operating.md."
        ) from error


def required(name: str, reader: str, meaning: str) -> Any:
    """Read a variable without which the installation must not start."""
    value = read(name, reader, None, meaning)
    if not value:
        raise ImproperlyConfigured(f"{name} is missing: {meaning} See docs/operating.md.")
    return value


def shown(default: Any) -> str:
    """A default as the table of docs/operating.md writes it."""
    if default in (None, "", []):
        return "–"
    if isinstance(default, bool):
        return "1" if default else "0"
    return ",".join(default) if isinstance(default, list) else str(default)


def reason(error: Exception) -> str:
    """The library's reason as one sentence."""
    text = str(error).split("invalid:")[-1].strip(" []\"'.\n")
    return f"{text}."
