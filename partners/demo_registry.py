"""What the demo's associations say beyond their data: offices, public page, years confirmed, notices."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from partners.confirmations.models import YearlyConfirmation
from partners.logos.demo import load_logo
from partners.officers.models import Officer
from partners.organisations.models import Organisation
from partners.profiles.enums import PublicFieldName
from partners.profiles.models import PublicField
from partners.volunteering.models import VolunteerNotice
from vicinia.core.demo import moment

# A small body keeps to itself what the others show.
SHOWS_LITTLE = "respiro-odv"
# Where women who suffer violence are received is told by phone alone.
SHELTER = "casa-della-luna-odv"
NOT_CONFIRMED = "senza-barriere-aps"
SINCE = timedelta(days=900)
LITTLE = frozenset({PublicFieldName.DESCRIPTION, PublicFieldName.TARGET_GROUPS, PublicFieldName.EMAIL})


def load_registry(organisation: Organisation, content: dict[str, Any]) -> None:
    """Write offices and public page of a body that has just been made."""
    Officer.objects.bulk_create(
        Officer(
            organisation=organisation,
            name=officer["name"],
            office=officer["holds"],
            since=moment(officer["since"]).date(),
            until=moment(officer["until"]).date() if "until" in officer else None,
        )
        for officer in content["officers"]
    )
    _confirm(organisation, content["key"])
    today = timezone.localdate()
    VolunteerNotice.objects.bulk_create(
        VolunteerNotice(
            organisation=organisation,
            title=notice["title"],
            text=notice["text"],
            when=notice["when"],
            contact=content["phone"],
            published_on=today,
            expires_on=today + timedelta(days=notice["days"]),
        )
        for notice in content.get("notices", [])
    )
    load_logo(organisation, content["key"])
    PublicField.objects.bulk_create(
        PublicField(organisation=organisation, name=name) for name in shown_by(content["key"])
    )


def _confirm(organisation: Organisation, key: str) -> None:
    """The bodies are here since some years; one has not confirmed this year's data."""
    now = timezone.now()
    Organisation.objects.filter(pk=organisation.pk).update(created_at=now - SINCE)
    years = [now.year - 1] if key == NOT_CONFIRMED else [now.year - 1, now.year]
    YearlyConfirmation.objects.bulk_create(
        YearlyConfirmation(
            organisation=organisation,
            year=year,
            confirmed_at=min(now, timezone.make_aware(datetime(year, 1, 20, 10, 30))),  # noqa: DTZ001
        )
        for year in years
    )


def shown_by(key: str) -> frozenset[PublicFieldName]:
    """Return the parts that everybody reads of this body."""
    if key == SHOWS_LITTLE:
        return LITTLE
    return frozenset(PublicFieldName) - ({PublicFieldName.SEAT} if key == SHELTER else set())


def demo_iban(number: int) -> str:
    """Return an IBAN that passes its check and is of no bank: bank and branch are zeros."""
    account = f"X{0:010d}{number:012d}"
    digits = "".join(str(int(character, 36)) for character in f"{account}IT00")
    return f"IT{98 - int(digits) % 97:02d}{account}"
