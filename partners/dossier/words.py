"""How a dossier is told, to its body and to the office."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vicinia.core.components import Badge, BadgeLevel
from vicinia.core.formats import long_date

from .enums import DurcOutcome, Standing
from .models import DossierVersion
from .queries import Entry

LEVELS: dict[Standing, BadgeLevel] = {
    Standing.MISSING: "neutral",
    Standing.TO_CHECK: "information",
    Standing.VALID: "success",
    Standing.EXPIRING: "attention",
    Standing.EXPIRED: "danger",
    Standing.REJECTED: "danger",
    Standing.REPLACED: "neutral",
}


def badge(standing: Standing) -> Badge:
    """The standing in a word."""
    return Badge(str(standing.label).capitalize(), LEVELS[standing])


def version_badge(version: DossierVersion, today: date) -> Badge:
    """A version's standing in a word; a DURC that is not regular says so before anything else."""
    if version.outcome == DurcOutcome.IRREGULAR and version.standing(today) in {
        Standing.VALID,
        Standing.EXPIRING,
    }:
        return Badge(_("Irregular"), "danger")
    return badge(version.standing(today))


def entry_badge(entry: Entry) -> Badge:
    """The standing of a type of document in a word."""
    return version_badge(entry.latest, entry.today) if entry.latest else badge(entry.standing)


def entry_text(entry: Entry) -> str:
    """Say in a sentence or two where a type of document stands and what follows."""
    latest = entry.latest
    if latest is None:
        return str(entry.kind.help)
    return " ".join(filter(None, [_told(latest, entry), _meanwhile(entry)]))


def _told(latest: DossierVersion, entry: Entry) -> str:
    standing = entry.standing
    if standing == Standing.REJECTED:
        return _("The office could not accept it: %(reason)s") % {"reason": sentence(latest.reason)}
    if standing == Standing.TO_CHECK:
        return _("Received on %(day)s: the office is checking it.") % {"day": long_date(latest.uploaded_at)}
    if standing == Standing.EXPIRED:
        assert latest.expires_on is not None  # noqa: S101 - only what has a last day expires
        if entry.kind.from_office:
            return _("It ended on %(day)s: the office asks for a new one.") % {
                "day": long_date(latest.expires_on)
            }
        return _("It ended on %(day)s: upload the one in force.") % {"day": long_date(latest.expires_on)}
    if latest.outcome == DurcOutcome.IRREGULAR:
        return _(
            "INPS or INAIL say that something is unpaid. Put it right with them: until then what we owe you "
            "pays the debt first (DL 69/2013, art. 31, c. 8-bis)."
        )
    return validity(latest, entry.today)


def _meanwhile(entry: Entry) -> str:
    """What goes on counting while the last version does not, if anything."""
    if entry.valid is None or entry.valid == entry.latest:
        return ""
    if entry.valid.expires_on is None:
        return _("Meanwhile the version before goes on counting.")
    return _("Meanwhile the version before goes on counting, until %(day)s.") % {
        "day": long_date(entry.valid.expires_on)
    }


def validity(version: DossierVersion, today: date) -> str:
    """Say until when a version counts."""
    if version.expires_on is None:
        return _("It has no end.")
    days = version.days_left(today) or 0
    if version.expires_on == today:
        return _("Today is the last day on which it is valid.")
    if 0 < days <= 60:
        return ngettext(
            "Valid until %(day)s: %(days)s day left.", "Valid until %(day)s: %(days)s days left.", days
        ) % {"day": long_date(version.expires_on), "days": days}
    return _("Valid until %(day)s.") % {"day": long_date(version.expires_on)}


def sentence(text: str) -> str:
    """End a person's words with a full stop, once."""
    return text if text.endswith((".", "!", "?")) else f"{text}."
