"""A receipt proves what arrived and when; it opens, it is mailed, and it never fails."""

import io
import re
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from calls.applications.models import Application
from calls.applications.receipts import receipt_data, receipt_of
from calls.applications.services import save_draft, submit_application
from calls.applications.tasks import make_and_send_receipt
from tests.factories.calls import complete_application, representative
from vicinia.core.formats import exact_datetime
from vicinia.core.pdf import render
from vicinia.questions.forms import AnswersForm

pytestmark = [pytest.mark.django_db]


def send(application: Application) -> Application:
    return submit_application(application=application, by=representative(application.organisation))


def text_of(pdf: bytes) -> str:
    text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
    # Blanks are a guess of the reader's, and codes are broken anywhere: they do not count.
    return re.sub(r"[\s\u200b]+", "", text)


def read(application: Application) -> bytes:
    with receipt_of(application=application).file.open("rb") as file:
        return file.read()


def test_the_receipt_holds_number_instant_hash_and_files():
    sent = send(complete_application())
    text = text_of(read(sent))
    attached = sent.attachments.get().file
    for expected in (
        sent.code,
        exact_datetime(sent.submitted_at),
        sent.organisation.name,
        sent.organisation.tax_code,
        sent.call.title,
        sent.call.unit.name,
        sent.call.responsible_name,
        attached.name,
        attached.sha256,
        sent.sha256,
        "241/1990",
    ):
        assert expected.replace(" ", "") in text


def test_the_receipt_is_made_once():
    sent = send(complete_application())
    assert receipt_of(application=sent) == receipt_of(application=Application.objects.get(pk=sent.pk))


def test_who_sent_and_the_body_get_the_receipt_by_mail(django_capture_on_commit_callbacks):
    application = complete_application()
    with django_capture_on_commit_callbacks(execute=True):
        sent = send(application)
    (message,) = [each for each in mail.outbox if sent.code in each.subject]
    assert set(message.to) == {sent.submitted_by.email, sent.organisation.email}
    name, content, kind = message.attachments[0]
    assert (name, kind) == (f"ricevuta-{sent.register_year}-{sent.register_number}.pdf", "application/pdf")
    assert sent.sha256 in text_of(content)
    assert f"/area-riservata/domande/{sent.pk}/" in message.body
    assert message.alternatives


def test_a_worker_that_starts_again_makes_no_second_receipt(django_capture_on_commit_callbacks):
    sent = send(complete_application())
    make_and_send_receipt.func(str(sent.pk))
    first = Application.objects.get(pk=sent.pk).receipt_id
    make_and_send_receipt.func(str(sent.pk))
    assert Application.objects.get(pk=sent.pk).receipt_id == first


def test_a_draft_has_no_receipt():
    with pytest.raises(ValueError, match="not sent"):
        receipt_of(application=complete_application())


def test_the_receipt_says_what_was_sent_even_if_the_body_changes_its_name():
    sent = send(complete_application())
    name = sent.organisation.name
    sent.organisation.name = "Altro nome"
    sent.organisation.save()
    assert name.replace(" ", "") in text_of(read(Application.objects.get(pk=sent.pk)))


TYPED = ["مرحبا بالعالم", "社会政策", "👩🏽‍🌾🌻", "\u202egnp.exe", "a\u0489\u20e3", "\x00\x07\ue000", "𓀀"]


@pytest.mark.parametrize("typed", TYPED)
def test_whatever_is_typed_can_be_sent_and_gives_a_receipt(typed):
    application = complete_application()
    by = representative(application.organisation)
    application.organisation.name = f"Associazione {typed}".replace("\x00", "")
    application.organisation.save()
    form = AnswersForm(
        {"q-note": typed}, questions=application.form_version.form().questions(), is_draft=True
    )
    assert form.is_valid()
    save_draft(application=application, answers=form.answers(), keys=["note"], by=by)
    assert read(send(application)).startswith(b"%PDF-")


@pytest.fixture
def one_receipt(db):
    sent = send(complete_application())
    return receipt_data(sent), sent.submitted_at


ANY_TEXT = st.text(st.characters(), max_size=80)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(title=ANY_TEXT, name=ANY_TEXT, label=ANY_TEXT)
def test_no_unicode_makes_a_receipt_fail(one_receipt, title, name, label):
    data, at = one_receipt
    facts = [*data["facts"], {"label": label, "value": name}]
    files = [{"label": label, "name": name, "sha256": "0" * 64}]
    pdf = render("receipt", {**data, "title": title, "facts": facts, "files": files}, at=at)
    assert len(PdfReader(io.BytesIO(pdf)).pages) >= 1


def test_the_receipt_is_dated_by_the_sending_not_by_the_worker():
    sent = send(complete_application())
    created = PdfReader(io.BytesIO(read(sent))).metadata.creation_date
    assert abs(created - sent.submitted_at) < timedelta(seconds=1)
    assert timezone.is_aware(created)
