"""Mails say what was true when it happened, leave after the commit, and arrive as people can read them."""

from pathlib import Path
from typing import Any

import pytest
from django.core import mail as outbox
from django.db import transaction
from django.template import TemplateDoesNotExist

from tests.factories.documents import pdf_bytes
from tests.support.smtp import mail_server
from vicinia.core.files.services import store_generated
from vicinia.core.mail import Attachment, send
from vicinia.core.mail.tasks import deliver

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]

TEMPLATES = {
    "letter.subject.txt": "Ciao\n  {{ name|safe }}",
    "letter.txt": "Caro {{ name|safe }}, {{ base_url }}/",
    "letter.html": "<p>Caro {{ name }}, <a href='{{ base_url }}/'>qui</a></p>",
}


@pytest.fixture(autouse=True)
def _letter(tmp_path: Path, settings: Any) -> None:
    folder = tmp_path / "emails" / "tests"
    folder.mkdir(parents=True)
    for name, text in TEMPLATES.items():
        (folder / name).write_text(text)
    engine = {**settings.TEMPLATES[0]}
    engine["DIRS"] = [tmp_path, *engine["DIRS"]]
    settings.TEMPLATES = [engine]
    settings.BASE_URL = "https://comune.example"


def test_a_mail_has_a_text_and_an_html_part(django_capture_on_commit_callbacks: Any) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        send("tests/letter", to=["ada@example.com"], context={"name": "Ada & Co."})
    (message,) = outbox.outbox
    assert message.to == ["ada@example.com"]
    assert message.subject == "Ciao Ada & Co."
    assert message.body == "Caro Ada & Co., https://comune.example/"
    (html,) = message.alternatives
    assert html.mimetype == "text/html"
    assert "Ada &amp; Co." in html.content


def test_no_mail_leaves_for_what_was_undone(django_capture_on_commit_callbacks: Any) -> None:
    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        send("tests/letter", to=["ada@example.com"], context={"name": "Ada"})
        transaction.set_rollback(True)
    assert outbox.outbox == []


def test_a_missing_template_is_found_by_whoever_asks_for_the_mail() -> None:
    with pytest.raises(TemplateDoesNotExist):
        send("tests/no-such-letter", to=["ada@example.com"], context={})


def test_a_name_cannot_smuggle_a_header_into_the_subject(django_capture_on_commit_callbacks: Any) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        send("tests/letter", to=["ada@example.com"], context={"name": "Ada\r\nBcc: all@example.com"})
    assert "\n" not in outbox.outbox[0].subject
    assert "Bcc" not in outbox.outbox[0].message()


def test_attachments_and_headers_arrive_through_a_real_mail_server(
    django_capture_on_commit_callbacks: Any, settings: Any
) -> None:
    content = pdf_bytes()
    stored = store_generated(content=content, name="ricevuta.pdf", content_type="application/pdf")
    with mail_server() as inbox:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", inbox.port
        with django_capture_on_commit_callbacks(execute=True):
            send(
                "tests/letter",
                to=["ada@example.com"],
                context={"name": "Ada"},
                headers={"List-Unsubscribe-Post": "List-Unsubscribe=One-Click"},
                attachments=[Attachment(str(stored.pk))],
            )
        message = inbox.wait_for("ada@example.com", subject="Ciao")
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert "Ada" in message.get_body(("plain",)).get_content()  # type: ignore[union-attr]
    (attached,) = message.iter_attachments()
    assert attached.get_filename() == "ricevuta.pdf"
    assert attached.get_content() == content


def test_two_attempts_of_one_mail_carry_one_id(django_capture_on_commit_callbacks: Any) -> None:
    """A mail program shows once what a worker sent twice, having died between sending and noting it."""
    with django_capture_on_commit_callbacks() as queued:
        send("tests/letter", to=["ada@example.com"], context={"name": "Ada"})
    queued[0]()
    sent = outbox.outbox[0]
    assert sent.extra_headers["Message-ID"].endswith("@comune.example>")
    message = {
        "subject": "x", "text": "x", "html": "x", "to": ["ada@example.com"],
        "headers": sent.extra_headers, "attachments": [],
    }  # fmt: skip
    deliver.call(message)
    deliver.call(message)
    assert len({mail.message()["Message-ID"] for mail in outbox.outbox}) == 1
