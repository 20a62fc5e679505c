"""A provider for each test process, and a person in front of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.test import Client

from tests.support.html import Read
from tests.support.identity_provider import (
    CLIENT_ID,
    CLIENT_SECRET,
    Provider,
    ProvidersBrowser,
    identity_provider,
)


@pytest.fixture(scope="session")
def _provider() -> Iterator[Provider]:
    with identity_provider("http://testserver") as provider:
        yield provider


@pytest.fixture
def provider(_provider: Provider, settings: Any) -> Provider:
    """The provider, named by the settings; Marta signs in with level 2."""
    settings.EID_ISSUER = _provider.issuer
    settings.EID_CLIENT_ID, settings.EID_CLIENT_SECRET = CLIENT_ID, CLIENT_SECRET
    _provider.tell()
    return _provider


@dataclass
class Person:
    """A person with one browser: the site's cookies and the provider's."""

    client: Client = field(default_factory=Client)
    browser: ProvidersBrowser = field(default_factory=ProvidersBrowser)

    def leave(self, way: str = "spid", query: str = "") -> str:
        """Press the button; return the provider's address."""
        answer = self.client.get(f"/accedi/identita/{way}/{query}")
        assert answer.status_code == 302, answer.content
        return str(answer["Location"])

    def come_back(self, path: str) -> Any:
        """Open the callback as the provider asked."""
        return self.client.get(path)

    def enter(self, way: str = "spid", query: str = "") -> str:
        """Press the button and go through the provider; return where the site sends the person."""
        return str(self.come_back(self.browser.follow(self.leave(way, query)))["Location"])

    def turns_to_another_provider(self) -> None:
        """Have no session at the provider any more: it asks who one is."""
        self.browser = ProvidersBrowser()

    def reads(self, address: str) -> Read:
        """Open a page of the site."""
        return Read(self.client.get(address, follow=True).content.decode())

    def makes_an_account(self, email: str = "marta@persone.example") -> Any:
        """Enter for the first time and send the form."""
        assert self.enter() == "/accedi/identita/collega/"
        return self.client.post("/accedi/identita/collega/", {"email": email})

    @property
    def is_inside(self) -> bool:
        """Whether the reserved area opens."""
        return bool(self.client.get("/area-riservata/").status_code == 200)


@pytest.fixture
def person(provider: Provider) -> Person:
    """Somebody whom the provider knows as Marta."""
    return Person()


@pytest.fixture
def other(provider: Provider) -> Person:
    """Somebody else at another machine."""
    return Person()
