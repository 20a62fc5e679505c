"""The reserved area's pages of a body."""

from __future__ import annotations

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from partners.organisations.enums import MemberRole, OrganisationStatus
from partners.organisations.models import Organisation
from partners.organisations.screens import panel
from partners.organisations.services import update_organisation
from tests.factories.accounts import UserFactory
from tests.factories.partners import MembershipFactory, OrganisationFactory, tax_code
from tests.support.html import sent_by
from vicinia.accounts.models import User

pytestmark = pytest.mark.django_db
REGISTER = "/area-riservata/enti/nuovo/"


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def answers(**changed: str) -> dict[str, str]:
    return {
        "tax_code": tax_code(7),
        "name": "Il Portone ODV",
        "legal_form": "odv",
        "email": "ilportone@example.com",
        "role": MemberRole.EDITOR,
        **changed,
    }


def text(response: Any) -> str:
    return str(response.content.decode())


def test_a_person_registers_a_body_and_lands_on_its_page() -> None:
    user = UserFactory()
    response = signed_in(user).post(REGISTER, answers(), follow=True)
    organisation = Organisation.objects.get()
    assert response.redirect_chain == [(f"/area-riservata/enti/{organisation.pk}/", 302)]
    assert organisation.memberships.get().role == MemberRole.EDITOR
    page = text(response)
    assert "Il Portone ODV" in page
    assert tax_code(7) in page
    assert "Da verificare" in page


def test_who_came_from_a_call_goes_back_to_it() -> None:
    client = signed_in(UserFactory())
    response = client.post(REGISTER, answers(next="/bandi/uno/"))
    assert response["Location"] == "/bandi/uno/"
    response = client.post(REGISTER, answers(tax_code=tax_code(8), next="https://altrove.example/"))
    assert response["Location"].startswith("/area-riservata/enti/")


def test_a_body_that_is_here_already_is_told_at_the_field_and_nothing_is_lost() -> None:
    OrganisationFactory(tax_code=tax_code(7))
    response = signed_in(UserFactory()).post(REGISTER, answers())
    assert response.status_code == 422
    page = text(response)
    assert "già registrato" in page
    assert "Il Portone ODV" in page
    assert Organisation.objects.count() == 1


def test_wrong_answers_are_named_together() -> None:
    response = signed_in(UserFactory()).post(REGISTER, {"tax_code": "123"})
    assert response.status_code == 422
    assert set(response.context["form"].errors) == {"tax_code", "name", "legal_form", "email", "role"}


@pytest.mark.parametrize("page", ["", "modifica/"])
def test_for_everybody_else_a_body_does_not_exist(page: str) -> None:
    url = f"/area-riservata/enti/{OrganisationFactory().pk}/{page}"
    assert signed_in(MembershipFactory().user).get(url).status_code == 404
    assert Client().get(url)["Location"].startswith("/accedi/")


def test_a_reader_sees_the_page_without_the_button_and_cannot_open_the_form() -> None:
    membership = MembershipFactory(role=MemberRole.READER)
    client = signed_in(membership.user)
    url = reverse("partners:organisation", args=[membership.organisation_id])
    edit_url = reverse("partners:organisation_edit", args=[membership.organisation_id])
    assert edit_url not in text(client.get(url))
    assert client.get(edit_url).status_code == 403


def test_an_editor_changes_the_profile() -> None:
    membership = MembershipFactory(role=MemberRole.EDITOR, organisation__tax_code=tax_code(5))
    organisation = membership.organisation
    url = reverse("partners:organisation_edit", args=[organisation.pk])
    response = signed_in(membership.user).post(
        url,
        {
            "name": organisation.name,
            "legal_form": "aps",
            "email": organisation.email,
            "description": "Facciamo compagnia a chi è solo.",
            "tax_code": tax_code(6),
        },
    )
    assert response.status_code == 302
    organisation.refresh_from_db()
    assert (organisation.legal_form, organisation.description) == ("aps", "Facciamo compagnia a chi è solo.")
    assert organisation.tax_code == tax_code(5), "the tax code never changes"


def test_two_who_write_at_once_do_not_undo_each_others_work() -> None:
    membership = MembershipFactory(organisation__phone="0000 1", organisation__description="Compagnia.")
    organisation, client = membership.organisation, signed_in(membership.user)
    url = reverse("partners:organisation_edit", args=[organisation.pk])
    form = BeautifulSoup(text(client.get(url)), "html.parser").select_one("form.v-layout__main")
    assert form
    read = dict(sent_by(form))
    update_organisation(organisation=organisation, by=membership.user, phone="0000 2", city="Altrove")
    assert client.post(url, {**read, "description": "", "website": "https://a.example"}).status_code == 302
    organisation.refresh_from_db()
    assert (organisation.phone, organisation.city) == ("0000 2", "Altrove")
    assert (organisation.description, organisation.website) == ("", "https://a.example")


def test_the_people_of_a_suspended_body_read_why() -> None:
    membership = MembershipFactory(
        organisation__status=OrganisationStatus.SUSPENDED, organisation__status_reason="Sede chiusa."
    )
    url = reverse("partners:organisation", args=[membership.organisation_id])
    assert "Motivo: Sede chiusa. Finché" in text(signed_in(membership.user).get(url))


def test_the_reserved_area_lists_a_persons_bodies_and_what_is_missing() -> None:
    membership = MembershipFactory()
    shown = panel(membership.user)
    assert [entry.title for entry in shown.entries] == [membership.organisation.name]
    assert [task.url for task in shown.tasks] == [
        reverse("partners:organisation_edit", args=[membership.organisation_id])
    ]
    membership.organisation.description = "Scritta"
    membership.organisation.save()
    assert panel(membership.user).tasks == ()


def test_a_person_without_bodies_reads_how_to_start() -> None:
    shown = panel(UserFactory())
    assert shown.entries == ()
    assert shown.empty_state is not None
    assert shown.empty_state.action is not None
    assert shown.empty_state.action.url == REGISTER


def test_the_panel_asks_three_times_for_twenty_bodies(django_assert_num_queries: Any) -> None:
    user = UserFactory()
    MembershipFactory.create_batch(20, user=user)
    with django_assert_num_queries(3):
        assert len(panel(user).entries) == 20
