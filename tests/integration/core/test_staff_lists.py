"""What all lists of the staff's side keep: exports that run nothing, empty lists that explain themselves."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import get_resolver, reverse
from wagtail.admin.viewsets import viewsets

from tests.factories.accounts import UserFactory
from tests.factories.partners import OrganisationFactory
from vicinia.accounts.roles import Role
from vicinia.core.staff.tables import TableIndexView
from vicinia.core.staff.viewsets import StaffViewSet

pytestmark = pytest.mark.django_db


def registered() -> list[Any]:
    """The screens that the admin serves, which loading its addresses registers."""
    get_resolver().url_patterns  # noqa: B018 - reading it loads them
    return list(viewsets.viewsets)


def test_every_list_that_exports_does_it_through_our_tables() -> None:
    # Wagtail marks what is not said by an object of its own.
    exporting = [each for each in registered() if isinstance(getattr(each, "list_export", None), list)]
    assert len(exporting) > 8
    unsafe = [each for each in exporting if not issubclass(each.index_view_class, TableIndexView)]
    assert not unsafe


def test_every_list_of_ours_says_what_would_be_in_it() -> None:
    ours = [each for each in registered() if isinstance(each, StaffViewSet)]
    assert len(ours) > 12
    assert not [each.name for each in ours if not each.empty_text]


def test_an_empty_list_says_how_to_start_and_a_filter_without_matches_how_to_go_back() -> None:
    client = Client()
    client.force_login(UserFactory(role=Role.CALLS_OFFICE))
    url = reverse("organisations:index")
    empty = client.get(url).content.decode()
    assert "Si registrano da soli dal sito" in empty
    assert reverse("organisations:add") in empty
    OrganisationFactory(name="Il Portone")
    nothing = client.get(url, {"q": "soglia"}).content.decode()
    assert "Vedi tutto l’elenco" in nothing
    assert "Si registrano da soli" not in nothing
