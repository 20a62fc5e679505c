"""The demo's mails are read in the browser, safely, and only in the demo."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.core.mail import EmailMultiAlternatives
from django.test import Client

from vicinia.core.mail.backend import FolderBackend

pytestmark = pytest.mark.django_db

TEXT = "Conferma qui: https://comune.example/newsletter/conferma/?t=abc&x=1\n<script>alert(1)</script>"
HTML = "<html><head><title>x</title></head><body><a href='https://comune.example/'>Conferma</a></body></html>"


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, settings: Any) -> None:
    settings.MAIL_FOLDER = tmp_path / "mail"
    settings.DEMO = True
    settings.EMAIL_URL = ""


def write(subject: str = "Benvenuta", attachment: tuple[str, bytes, str] | None = None) -> None:
    """One mail arrives."""
    mail = EmailMultiAlternatives(subject, TEXT, "Comune <noreply@comune.example>", ["ada@example.com"])
    mail.attach_alternative(HTML, "text/html")
    if attachment:
        mail.attach(*attachment)
    FolderBackend().send_messages([mail])


def address_of(client: Client, subject: str) -> str:
    """The mail's address, as the list links it."""
    page = client.get("/posta-demo/").content.decode()
    return page.split(f'">{subject}</a>')[0].rsplit('href="', 1)[1]


def test_an_empty_folder_says_what_would_be_there(client: Client) -> None:
    answer = client.get("/posta-demo/")
    assert "Ancora nessun messaggio" in answer.content.decode()


def test_the_newest_mail_comes_first_and_long_lists_have_pages(client: Client) -> None:
    for number in range(30):
        write(f"Messaggio {number:02}")
    first = client.get("/posta-demo/").content.decode()
    assert first.index("Messaggio 29") < first.index("Messaggio 28")
    assert "Messaggio 04" not in first
    assert "Messaggio 04" in client.get("/posta-demo/?pagina=2").content.decode()


def test_a_mail_shows_its_text_with_links_and_without_running_anything(client: Client) -> None:
    write()
    page = client.get(address_of(client, "Benvenuta")).content.decode()
    assert '<a href="https://comune.example/newsletter/conferma/?t=abc&amp;x=1"' in page
    assert "<script>alert" not in page
    assert "noreply@comune.example" in page
    assert "sandbox=" in page


def test_the_html_part_is_framed_under_a_policy_of_its_own(client: Client) -> None:
    write()
    answer = client.get(f"{address_of(client, 'Benvenuta')}html/")
    policy = answer["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script" not in policy
    assert "form-action 'none'" in policy
    assert answer["X-Frame-Options"] == "SAMEORIGIN"
    assert '<head><base target="_top"><title>' in answer.content.decode()


def test_an_attached_file_is_downloaded_as_it_was(client: Client) -> None:
    write("Ricevuta", ("ricevuta è.pdf", b"%PDF-1.7 \x00\xff", "application/pdf"))
    address = address_of(client, "Ricevuta")
    assert "ricevuta è.pdf" in client.get(address).content.decode()
    answer = client.get(f"{address}allegati/1/")
    assert answer.content == b"%PDF-1.7 \x00\xff"
    assert answer["Content-Disposition"].startswith("attachment")
    assert client.get(f"{address}allegati/2/").status_code == 404


@pytest.mark.parametrize(("name", "value"), [("DEMO", False), ("EMAIL_URL", "smtp://mail.example")])
def test_where_mail_is_really_sent_there_is_no_such_page(
    client: Client, settings: Any, name: str, value: object
) -> None:
    write()
    address = address_of(client, "Benvenuta")
    setattr(settings, name, value)
    for path in ("/posta-demo/", address, f"{address}html/"):
        assert client.get(path).status_code == 404


@pytest.mark.parametrize("name", ["..%2Fdb", "secret_key", "20260101-000000-000000-abcdef12"])
def test_no_name_leads_out_of_the_folder(client: Client, name: str) -> None:
    assert client.get(f"/posta-demo/{name}/").status_code == 404


def test_the_pages_are_never_kept(client: Client) -> None:
    assert "no-store" in client.get("/posta-demo/")["Cache-Control"]
