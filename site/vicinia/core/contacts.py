"""Records that people contact (offices, places): pages keep their keys, and show what the record says today.

    sources.register("units", ContactSource(_("Offices"), choices, find), order=20)     # in ready()

The key of a record is `<source>:<what the source calls it>`, for example `units:12`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from .components import ContactPoint, Text
from .registries import Registry

# Key within the source and name, as an editor chooses.
Choice = tuple[str, str]


@dataclass(frozen=True, slots=True)
class ContactSource:
    """Records of one kind: `choices` for the editor, `find` for the reader (one query for all the keys)."""

    heading: Text
    choices: Callable[[], Iterable[Choice]]
    find: Callable[[Sequence[str]], Mapping[str, ContactPoint]]


sources: Registry[ContactSource] = Registry("contacts")


def contact_choices() -> list[tuple[Text, str | list[Choice]]]:
    """Return every record by kind, the empty choice first."""
    kinds: list[tuple[Text, str | list[Choice]]] = [("", "---------")]
    for name, source in sources.items():
        kinds.append((source.heading, [(f"{name}:{key}", label) for key, label in source.choices()]))
    return kinds


def key_of(label: str) -> str | None:
    """Return the key of the record with this name, None where there is none."""
    for name, source in sources.items():
        for key, known in source.choices():
            if known == label:
                return f"{name}:{key}"
    return None


def find_contacts(keys: Sequence[str]) -> tuple[ContactPoint, ...]:
    """Return the records in the order of their keys; those that are no longer there are left out."""
    found: dict[str, ContactPoint] = {}
    for name, source in sources.items():
        mine = [key.removeprefix(f"{name}:") for key in keys if key.startswith(f"{name}:")]
        if mine:
            found |= {f"{name}:{key}": contact for key, contact in source.find(mine).items()}
    return tuple(found[key] for key in keys if key in found)
