"""What no database can hold, written by hand in an address, is looked for and not found."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.factories.newsletter import make_topic
from tests.factories.partners import OrganisationFactory
from tests.support.editing import office
from vicinia.accounts.roles import Role

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("odd", ["%00", "a%00b", "%ED%A0%80", "9" * 3_000])
def test_an_odd_word_in_an_address_breaks_no_page(client: Client, odd: str) -> None:
    make_topic()
    body = OrganisationFactory()
    staff = office(Role.ADMINISTRATOR)
    assert client.get(f"/newsletter/?argomento={odd}").status_code == 200
    assert staff.get(f"/cms/valutazioni/?pagina={odd}").status_code == 200
    assert staff.get(f"/cms/enti/merge/{body.pk}/?other={odd}").status_code == 200
