"""Who imports, and how a test presses the buttons of the import screens."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from tests.integration.partners.imports.steps import Press
from tests.support.editing import office
from vicinia.accounts.roles import Role


@pytest.fixture
def client() -> Client:
    """A person of the calls office."""
    return office(Role.CALLS_OFFICE)


@pytest.fixture
def press(client: Client, django_capture_on_commit_callbacks: Any) -> Press:
    """Send a form and do the work that it asks for, as a worker would; follow to the page it leads to."""

    def send(path: str, **data: Any) -> str:
        with django_capture_on_commit_callbacks(execute=True):
            answer = client.post(path, data)
        if answer.status_code == 302:
            answer = client.get(answer["Location"], follow=True)
        return str(answer.content.decode())

    return send
