"""Every mail says who writes, why, and how to go on without the button."""

from collections.abc import Iterator

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from vicinia.core.mail import SIGNATURES, Signature
from vicinia.core.mail.services import plain

MAILS = {
    "email_confirmation": "activate_url",
    "password_reset_key": "password_reset_url",
    "account_already_exists": "password_reset_url",
    "unknown_account": "signup_url",
}
URL = "https://comune.example/accedi/link?a=1&b=2"


@pytest.fixture(autouse=True)
def signed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    who = Signature("Comune di Valdoro", "Politiche sociali", phone="0123 456", email="a@comune.example")
    monkeypatch.setattr(SIGNATURES, "_items", {"test": (1, lambda: who)})
    with translation.override("it"):
        yield


@pytest.mark.parametrize(("name", "variable"), MAILS.items())
def test_the_text_part_has_the_link_as_it_is(name: str, variable: str) -> None:
    text = render_to_string(f"account/email/{name}_message.txt", {variable: URL})
    assert URL in text
    assert text.lstrip().startswith("Comune di Valdoro")
    assert "Ricevi questo messaggio perché" in text
    assert "&#x27;" not in text


@pytest.mark.parametrize(("name", "variable"), MAILS.items())
def test_the_html_part_has_one_button_and_the_link_in_clear(name: str, variable: str) -> None:
    html = render_to_string(f"account/email/{name}_message.html", {variable: URL})
    escaped = URL.replace("&", "&amp;")
    assert html.count(f'href="{escaped}"') == 2
    assert f">{escaped}</a>" in html
    assert "0123 456" in html
    assert "<img" not in html


@pytest.mark.parametrize("name", MAILS)
def test_the_subject_is_one_line(name: str) -> None:
    assert len(render_to_string(f"account/email/{name}_subject.txt").strip().splitlines()) == 1


@pytest.mark.parametrize("name", ["invitation", "question", "member_removed", "role_changed"])
def test_a_subject_says_the_name_of_a_body_as_it_is_written(name: str) -> None:
    body = {"name": "L'Aquilone & amici"}
    subject = plain(f"emails/partners/{name}.subject.txt", {"organisation": body})
    assert "L'Aquilone & amici" in subject
