"""Bodies look for volunteers by notices that everybody reads and that expire by themselves."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.utils import timezone

from partners.organisations.enums import MemberRole
from partners.profiles.models import PublicField
from partners.volunteering.models import VolunteerNotice
from partners.volunteering.services import publish_notice
from tests.factories.partners import MembershipFactory
from tests.support.html import read
from vicinia.core.page_cache.validity import collecting

pytestmark = pytest.mark.django_db
LIST = "/associazioni/volontari/"


def answers(**given: Any) -> dict[str, Any]:
    return {
        "title": "Due persone per il doposcuola",
        "text": "Aiuti con i compiti.",
        "when": "Martedì, dalle 15 alle 18",
        "contact": "0000 111222",
        "expires_on": timezone.localdate() + timedelta(days=30),
        **given,
    }


@pytest.fixture
def membership() -> Any:
    """Who may write for a body that is in the directory."""
    found = MembershipFactory(role=MemberRole.EDITOR, organisation__name="Il Filo")
    PublicField.objects.create(organisation=found.organisation, name="email")
    return found


def test_a_notice_is_read_by_everybody_until_its_last_day(
    membership: Any, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer, body = Client(), membership.organisation
    writer.force_login(membership.user)
    base = f"/area-riservata/enti/{body.pk}/volontari/"
    assert "Nessun avviso" in writer.get(base).content.decode()
    assert writer.post(f"{base}nuovo/", answers())["Location"] == base
    notice = VolunteerNotice.objects.get()
    page = f"/associazioni/il-filo-{body.pk}/"
    assert read(client, LIST).cards() == [notice.title]
    assert notice.text in client.get(f"{page}?x=1").content.decode()
    # The pages kept in memory know when the notice goes away.
    with collecting() as moments:
        read(client, f"{LIST}?x=1")
    midnight_after = notice.expires_on + timedelta(days=1)
    assert [timezone.localtime(moment).date() for moment in moments] == [midnight_after]
    monkeypatch.setattr(timezone, "localdate", lambda *_args: midnight_after)
    assert read(client, f"{LIST}?x=2").cards() == []
    assert notice.text not in client.get(f"{page}?x=2").content.decode()
    assert "scaduto" in writer.get(base).content.decode()


def test_a_body_that_is_not_in_the_directory_has_no_public_notice(membership: Any, client: Client) -> None:
    publish_notice(organisation=membership.organisation, by=membership.user, **answers())
    PublicField.objects.all().delete()
    assert read(client, LIST).cards() == []


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"expires_on": date(2020, 1, 1)}, "è passato"),
        ({"expires_on": date(9999, 12, 31)}, "al massimo 90 giorni"),
        ({"title": "V\u043elontari"}, "cirillica"),
        ({"text": "x" * 10_000}, "2000"),
        ({"contact": " "}, "obbligatorio"),
    ],
)
def test_what_cannot_be_published_is_told_and_nothing_is_lost(
    membership: Any, given: dict[str, Any], words: str
) -> None:
    client = Client()
    client.force_login(membership.user)
    url = f"/area-riservata/enti/{membership.organisation_id}/volontari/nuovo/"
    response = client.post(url, answers(**given))
    assert response.status_code == 422
    page = response.content.decode()
    assert words in page
    assert "dalle 15 alle 18" in page
    assert not VolunteerNotice.objects.exists()


def test_a_notice_is_taken_off_by_who_may_write_and_by_nobody_else(membership: Any) -> None:
    body = membership.organisation
    notice = publish_notice(organisation=body, by=membership.user, **answers())
    reader = MembershipFactory(organisation=body, role=MemberRole.READER).user
    with pytest.raises(PermissionDenied):
        publish_notice(organisation=body, by=reader, **answers())
    with pytest.raises(ValidationError):
        publish_notice(organisation=body, by=membership.user, **answers(when=""))
    client = Client()
    client.force_login(membership.user)
    url = f"/area-riservata/enti/{body.pk}/volontari/{notice.pk}/togli/"
    assert notice.title in client.get(url).content.decode()
    client.post(url)
    assert not VolunteerNotice.objects.exists()
