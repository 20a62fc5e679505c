"""Every environment variable of the installation, read in one place.

`docs/operating.md` has the same table for people; a test keeps the two equal. A wrong value stops
the start with one sentence that names the variable.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parseaddr
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured
from environs import Env, EnvError

env = Env()

# Says what is wrong with a value ("must be ..."), or nothing.
Check = Callable[[Any], str | None]


@dataclass(frozen=True)
class Variable:
    """One environment variable: how to read it, what happens without it, what it is for."""

    name: str
    reader: str
    default: str
    meaning: str


VARIABLES: dict[str, Variable] = {}


def read(
    name: str,
    reader: str,
    default: Any,
    meaning: str,
    *,
    check: Check | None = None,
    shown_default: str | None = None,
) -> Any:
    """Read and declare a variable; `reader` is a method of environs (str, int, bool, list, ...).

    `check` looks at a given value, never at the default; `shown_default` is what the table shows
    when the default depends on the machine.
    """
    VARIABLES[name] = Variable(name, reader, shown_default or shown(default), meaning)
    given = bool(os.environ.get(name, "").strip())
    if not given:
        # `NAME=` in a .env file means the same as no line at all.
        os.environ.pop(name, None)
    method: Callable[..., Any] = getattr(env, reader)
    try:
        value = method(name, default)
    except (EnvError, ValueError, KeyError) as error:
        raise wrong_value(name, reason(error), meaning) from error
    if given and check and (complaint := check(value)):
        raise wrong_value(name, f"it {complaint}.", meaning)
    return value


def required(name: str, reader: str, meaning: str, *, check: Check | None = None) -> Any:
    """Read a variable without which the installation must not start."""
    value = read(name, reader, None, meaning, check=check, shown_default="required")
    if not value:
        raise ImproperlyConfigured(f"{name} is missing: {meaning} See docs/operating.md.")
    return value


def wrong_value(name: str, why: str, meaning: str) -> ImproperlyConfigured:
    """The one sentence that stops the start; the value stays out of it, since it may be a password."""
    return ImproperlyConfigured(f"{name} has a wrong value: {why} ({meaning} See docs/operating.md.)")


def between(low: int, high: int) -> Check:
    """Accept a whole number from `low` to `high`."""
    return lambda value: None if low <= value <= high else f"must be between {low} and {high}"


def one_of(*allowed: str) -> Check:
    """Accept one of a few words."""
    return lambda value: None if value in allowed else f"must be one of {', '.join(allowed)}"


def address(*schemes: str) -> Check:
    """Accept an address (scheme://host...) with one of the schemes."""

    def complain(value: str) -> str | None:
        try:
            parts = urlsplit(value)
            _port = parts.port
        except ValueError:
            return "is not a valid address"
        if parts.scheme not in schemes:
            return f"must begin with {' or '.join(f'{scheme}://' for scheme in schemes)}"
        return None if parts.hostname else "has no host name"

    return complain


def host_name(value: str) -> str | None:
    """Accept the name of a host alone: no scheme, port or path."""
    is_one = re.fullmatch(r"(?!-)[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})+", value)
    return None if is_one else "must be the name of a host, in small letters: video.comune.example"


def folder(root: Path) -> Check:
    """Accept a folder that can be written, making it; a relative path counts from `root`."""

    def complain(value: str) -> str | None:
        try:
            (root / value).mkdir(parents=True, exist_ok=True)
        except OSError as error:
            return f"cannot be made ({error.strerror})"
        return None if os.access(root / value, os.W_OK) else "cannot be written"

    return complain


def database(value: dict[str, Any]) -> str | None:
    """Accept the two databases that the platform is tried on."""
    is_ours = value["ENGINE"].endswith(("sqlite3", "postgresql"))
    return None if is_ours else "must begin with sqlite:// or postgres://"


def mailbox(value: str) -> str | None:
    """Accept an e-mail address, with or without a name before it."""
    name, _at, domain = parseaddr(value)[1].partition("@")
    return None if name and domain else "must be an e-mail address: Comune <noreply@comune.example>"


def day_of_year(value: str) -> str | None:
    """Accept a month and a day, such as 01-31."""
    try:
        month_and_day(value)
    except ValueError:
        return "must be a month and a day, such as 01-31"
    return None


def month_and_day(value: str) -> tuple[int, int]:
    """Read 01-31; 29 February is a day too."""
    # A leap year, so that every day exists.
    day = datetime.strptime(f"2024-{value}", "%Y-%m-%d").replace(tzinfo=UTC)
    return day.month, day.day


def at_least(length: int) -> Check:
    """Accept a text of some length."""
    return lambda value: None if len(value) >= length else f"must have at least {length} characters"


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
    return f"{text[:1].lower()}{text[1:]}." if text else "it cannot be read."
