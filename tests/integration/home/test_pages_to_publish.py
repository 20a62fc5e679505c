"""The count of pages to publish opens the list of those pages, and of no other."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from tests.factories.accounts import UserFactory
from vicinia.accounts.roles import Role
from vicinia.home.sections.models import InformationPage

pytestmark = pytest.mark.django_db


def signed_in(role: Role) -> Client:
    client = Client()
    client.force_login(UserFactory(role=role), backend="django.contrib.auth.backends.ModelBackend")
    return client


def test_an_editor_finds_the_changed_page_from_the_desk() -> None:
    home = Page.objects.filter(depth=2).get()
    home.add_child(instance=InformationPage(title="Orari invernali", summary="Da ottobre."))
    waiting = home.add_child(instance=InformationPage(title="Orari estivi", summary="Da luglio."))
    waiting.title = "Orari estivi, corretti"
    waiting.save_revision()
    client = signed_in(Role.EDITOR)
    desk = client.get("/cms/").content.decode()
    assert "pagina con modifiche da pubblicare" in desk
    assert reverse("pages_to_publish") in desk
    listed = client.get(reverse("pages_to_publish")).content.decode()
    assert "Orari estivi" in listed
    assert "Orari invernali" not in listed


def test_with_nothing_to_publish_the_list_says_so() -> None:
    assert (
        "Nessuna pagina aspetta" in signed_in(Role.EDITOR).get(reverse("pages_to_publish")).content.decode()
    )


def test_who_writes_no_page_does_not_open_the_list() -> None:
    client = signed_in(Role.EVALUATOR)
    assert client.get(reverse("pages_to_publish")).status_code == 302
    assert reverse("pages_to_publish") not in client.get("/cms/", follow=True).content.decode()
