"""The demo's calls stand where their file says, and its past applications are as sound as new ones."""

import json
from itertools import pairwise

import pytest
from django.utils import timezone

from calls.applications.models import Application
from calls.applications.receipts import receipt_of
from calls.demo_loader import FILE
from calls.notices.models import Call
from calls.notices.window import WindowState
from vicinia.core.canonical import sha256_of, sha256_of_text
from vicinia.core.demo import read_yaml

STATES = {
    "closing_soon": WindowState.CLOSING,
    "open": WindowState.OPEN,
    "upcoming": WindowState.UPCOMING,
    "under_evaluation": WindowState.CLOSED,
    "concluded": WindowState.CLOSED,
}


@pytest.mark.usefixtures("demo_database")
def test_every_call_is_in_the_state_that_the_file_says():
    zone = timezone.get_default_timezone()
    for entry in read_yaml(FILE):
        call = Call.objects.get(title=entry["title"])
        assert call.window.state(timezone.now(), zone) == STATES[entry["state"]], entry["key"]
        assert sha256_of(call.rules) == call.rules_sha256
        assert call.pages.get().slug == entry["key"]


@pytest.mark.usefixtures("demo_database")
def test_past_applications_have_numbers_in_order_of_arrival_and_true_hashes():
    sent = list(Application.objects.submitted().order_by("submitted_at"))
    assert sent
    for before, after in pairwise(sent):
        assert (before.register_year, before.register_number) < (after.register_year, after.register_number)
    for application in sent:
        assert application.sha256 == sha256_of_text(application.sealed)
        assert json.loads(application.sealed)["answers"] == application.answers
    with receipt_of(application=sent[0]).file.open("rb") as file:
        assert file.read(5) == b"%PDF-"
