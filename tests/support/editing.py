"""What an editor sends from Wagtail's forms of pages and records."""

from __future__ import annotations

from typing import Any

from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from tests.factories.accounts import UserFactory
from vicinia.accounts.roles import Role

__all__ = [
    "UNCLOSED",
    "UNCLOSED_ON_DISK",
    "add_page",
    "edit_page",
    "errors",
    "inline_formset",
    "office",
    "rich_text",
    "streamfield",
]

# Wagtail leaves the temporary file of a rendition to the garbage collector.
UNCLOSED = "ignore:.*SpooledTemporaryFile:pytest.PytestUnraisableExceptionWarning"
# The same file, once it has grown too large for memory.
UNCLOSED_ON_DISK = r"ignore:.*_io.FileIO name=\d+ mode='rb\+':pytest.PytestUnraisableExceptionWarning"


def office(role: Role | None) -> Client:
    """A person of the office, signed in; without a role, a citizen."""
    client = Client()
    client.force_login(
        UserFactory(role=role) if role else UserFactory(),
        backend="django.contrib.auth.backends.ModelBackend",
    )
    return client


def add_page(client: Client, parent: Page, model: type[Page], *, publish: bool = True, **fields: Any) -> Any:
    """Send the form of a new page; the answer is a redirect when it was taken."""
    meta = model._meta
    address = reverse("wagtailadmin_pages:add", args=[meta.app_label, meta.model_name, parent.pk])
    return client.post(address, page_data(publish=publish, **fields))


def edit_page(client: Client, page: Page, *, publish: bool = True, **fields: Any) -> Any:
    """Send the form of a page that is there."""
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    return client.post(address, page_data(publish=publish, **{"slug": page.slug, **fields}))


def page_data(*, publish: bool, **fields: Any) -> dict[str, Any]:
    """The form's values, with what every page's form sends beside its own."""
    action = {"action-publish": "action-publish"} if publish else {}
    return nested_form_data({"comments": inline_formset([]), **fields, **action})


def errors(response: Any) -> str:
    """What the form says is wrong, in one line; the form must have come back."""
    assert response.status_code == 200, response.status_code
    soup = BeautifulSoup(response.content, "html.parser")
    found = soup.select(".error-message, .w-field__errors, .messages .error")
    return " ".join(" ".join(tag.get_text(" ").split()) for tag in found)
