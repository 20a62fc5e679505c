"""What becomes of the trail: it goes on saying what was done, and no longer by whom."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, TextField
from django.db.models.functions import Cast
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import ModelLogEntry

from vicinia.accounts.models import User
from vicinia.core.audit.models import AuditEntry
from vicinia.core.retention.registry import Outcome
from vicinia.core.traces.models import DataAccess

from .account import names_of
from .registry import ErasureStep, Fate

LONGEST_LABEL = 200


def trail_fates(user: User) -> Iterator[Fate]:
    """Say what becomes of the trail."""
    yield Fate(
        _("Operations recorded"),
        AuditEntry.objects.filter(actor=user).count(),
        Outcome.ANONYMISED,
        _("They prove what was done (GDPR, arts. 5(2) and 17(3)(b) and (e)); they no longer say by whom."),
    )
    yield Fate(
        _("Accesses of the office to these data"),
        DataAccess.objects.filter(subject=user).count(),
        Outcome.ANONYMISED,
        _("They show that the office looked only at what it had to; your name goes."),
    )


def anonymise_trail(user: User) -> None:
    """Take the names that the person had from every text of the trail.

    Runs after the account is closed, which remembers them. Where a namesake's name stands in an entry's
    details it goes too: better one name less than one that should not be there.
    """
    names: tuple[str, ...] = getattr(user, "former_names", ()) or names_of(user)
    nobody, named = str(user), pattern_of(names)
    for entry in _entries_naming(user, names).iterator(chunk_size=500):
        if entry.actor_id == user.pk:
            entry.actor_label = nobody
        entry.target_label = without(entry.target_label, named, nobody)[:LONGEST_LABEL]
        entry.data = without(entry.data, named, nobody)
        entry.save(update_fields=["actor_label", "target_label", "data"])
    for access in DataAccess.objects.filter(Q(subject=user) | Q(reader=user)).iterator(chunk_size=500):
        for label in ("subject_label", "reader_label", "object_label"):
            setattr(access, label, without(getattr(access, label), named, nobody)[:LONGEST_LABEL])
        access.save(update_fields=["subject_label", "reader_label", "object_label"])
    # Wagtail's own log of what an administrator changed of this person.
    kind = ContentType.objects.get_for_model(User)
    ModelLogEntry.objects.filter(content_type=kind, object_id=str(user.pk)).update(label=nobody, data={})


def _entries_naming(user: User, names: tuple[str, ...]) -> Any:
    about = Q(actor=user) | Q(target_type=User._meta.label_lower, target_id=str(user.pk))
    for written in {each for name in names for each in spellings(name)}:
        about |= Q(target_label__icontains=written) | Q(details__icontains=written)
    return AuditEntry.objects.annotate(details=Cast("data", TextField())).filter(about)


def spellings(name: str) -> set[str]:
    """Return how a database may hold a name: SQLite knows the case of ASCII alone and keeps JSON in it."""
    cases = {name, name.lower(), name.upper()}
    return cases | {json.dumps(each)[1:-1] for each in cases}


def pattern_of(names: Iterable[str]) -> re.Pattern[str]:
    """Return what finds the names in a text, in whatever case; a longer word or address is another's."""
    found = []
    for name in names:
        joined = r"[\w.+-]" if "@" in name else r"\w"
        found.append(rf"(?<!{joined}){re.escape(name)}(?!\w)")
    return re.compile("|".join(found), re.IGNORECASE)


def without(value: Any, named: re.Pattern[str], nobody: str) -> Any:
    """Return a text, or JSON, in which none of the names stands any more."""
    if isinstance(value, str):
        return named.sub(nobody, value)
    if isinstance(value, dict):
        return {key: without(each, named, nobody) for key, each in value.items()}
    if isinstance(value, list):
        return [without(each, named, nobody) for each in value]
    return value


TRAIL_STEP = ErasureStep(gettext_lazy("The trail of operations"), trail_fates, anonymise_trail)
