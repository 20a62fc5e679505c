"""No screen of the office shows a person's address without a trace: all of them, on the demo."""

from __future__ import annotations

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from campaigns.newsletter.subscriptions.models import Subscriber
from tests.factories.accounts import UserFactory
from tests.integration.rights.test_office_matrix import a_checked_import, our_screens
from tests.support.editing import UNCLOSED, UNCLOSED_ON_DISK
from tests.support.visitors import opened
from vicinia.accounts.roles import Role
from vicinia.core.traces.models import DataAccess

__all__ = ["a_checked_import"]
pytestmark = [pytest.mark.filterwarnings(UNCLOSED), pytest.mark.filterwarnings(UNCLOSED_ON_DISK)]


def test_no_screen_of_the_office_shows_a_person_s_address_without_a_trace(a_checked_import: None) -> None:
    administrator = UserFactory(role=Role.ADMINISTRATOR)
    client = Client()
    client.force_login(administrator, backend="django.contrib.auth.backends.ModelBackend")
    people = get_user_model().objects.exclude(pk=administrator.pk).values_list("email", flat=True)
    addresses = {*people, *Subscriber.objects.values_list("email", flat=True)}
    assert len(addresses) > 20
    forms = {"edit", "suspend", "cancel"}
    screens = [screen.address for screen in our_screens() if screen.reads or screen.name in forms]
    showing, untraced = [], []
    for screen in screens:
        # Within the hour the same person would be the same trace.
        DataAccess.objects.all().delete()
        body = opened(client, screen).getvalue().decode(errors="ignore")
        if any(address in body for address in addresses):
            showing.append(screen)
            if not DataAccess.objects.exists():
                untraced.append(screen)
    assert len(showing) > 5, "the screens that show people are no longer found"
    assert not untraced, "call traces.note where these screens show people"
