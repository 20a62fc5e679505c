"""The calls office writes, publishes, reads and exports from the admin; others cannot."""

import io
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from calls.applications.services import submit_application, withdraw_application
from calls.notices.models import Call
from tests.factories.accounts import UserFactory
from tests.factories.calls import (
    complete_application,
    draft_application,
    draft_call,
    official,
    published_call,
    representative,
)
from vicinia.accounts.roles import Role
from vicinia.core.audit.models import AuditEntry

pytestmark = [pytest.mark.django_db]


@pytest.fixture
def office(client):
    user = official()
    client.force_login(user)
    return user


def inline(prefix, rows):
    data = {f"{prefix}-TOTAL_FORMS": len(rows), f"{prefix}-INITIAL_FORMS": 0}
    data |= {f"{prefix}-MIN_NUM_FORMS": 0, f"{prefix}-MAX_NUM_FORMS": 1000}
    for index, row in enumerate(rows):
        data |= {f"{prefix}-{index}-{name}": value for name, value in {"ORDER": index + 1, **row}.items()}
    return data


def question(index, kind, **values):
    base = {"type": kind, "order": index, "deleted": "", "id": ""}
    data = {f"questions-{index}-{name}": value for name, value in base.items()}
    return data | {f"questions-{index}-value-{name}": value for name, value in values.items()}


@pytest.fixture
def typed(db):
    """What the office types in the form of a new call."""
    unit = draft_call().unit
    return {
        "title": "Orti di quartiere",
        "summary": "Contributi per gli orti condivisi.",
        "purpose": "Coltivare insieme.",
        "who_may_apply": "Tutti gli enti.",
        "instrument": "contribution",
        "opens_at": "03/03/2026 09:00",
        "closes_at": f"{timezone.localdate() + timedelta(days=30):%d/%m/%Y} 12:00",
        "minutes_to_apply": "40",
        "budget": "20000",
        "grant_min": "1000",
        "grant_max": "5000",
        "co_funding_percent": "0",
        "minimum_score": "60",
        "unit": unit.pk,
        "responsible_name": "Responsabile dell’ufficio",
        "act_number": "12/2026",
        "act_date": "02/03/2026",
        "legal_basis": "Art. 12 della legge 241/1990",
        "response_days": "60",
        **inline("criteria", [{"title": "Idea", "weight": "60"}, {"title": "Costi", "weight": "40"}]),
        **inline("wanted_documents", [{"label": "Preventivo", "required": "on"}]),
        **inline("acts", []),
        "questions-count": "2",
        **question(0, "short_text", label="Titolo", help="", required="on", max_length="90", key=""),
        **question(1, "choice", label="Linea", required="on", options="Orti\nSerre", help="", key=""),
    }


@pytest.mark.usefixtures("office")
def test_a_call_is_written_in_one_form_and_published_with_a_button(client, typed):
    answer = client.post(reverse("calls_office:add"), typed)
    assert answer.status_code == 302, answer.context["form"].errors
    call = Call.objects.get(title="Orti di quartiere")
    assert [question.key for question in call.form.form().questions()] == ["titolo", "linea"]
    assert [row.key for row in call.wanted_documents.all()] == ["preventivo"]
    assert [row.weight for row in call.criteria.all()] == [60, 40]
    assert not call.pages.get().live

    client.post(reverse("calls_office:publish", args=[call.pk]))
    call.refresh_from_db()
    assert call.code
    assert client.get("/bandi/orti-di-quartiere/").status_code == 200


@pytest.mark.usefixtures("office")
def test_mistakes_are_shown_on_the_form(client, typed):
    answer = client.post(reverse("calls_office:add"), {**typed, "closes_at": "02/03/2026 09:00"})
    assert "La chiusura deve venire dopo" in answer.content.decode()
    answer = client.post(reverse("calls_office:add"), {**typed, "questions-1-value-options": "Una"})
    assert "almeno due scelte" in answer.content.decode()
    assert not Call.objects.filter(title="Orti di quartiere").exists()


@pytest.mark.usefixtures("office")
def test_what_is_missing_is_said_before_publishing(client):
    call = draft_call(act_number="")
    page = client.get(reverse("calls_office:inspect", args=[call.pk])).content.decode()
    assert "numero e data dell’atto" in page
    client.post(reverse("calls_office:publish", args=[call.pk]))
    call.refresh_from_db()
    assert call.is_draft


@pytest.mark.usefixtures("office")
def test_a_published_call_offers_only_what_is_no_rule_and_refuses_the_rest(client):
    call = published_call()
    url = reverse("calls_office:edit", args=[call.pk])
    page = client.get(url).content.decode()
    assert "L. 241/1990" in page
    assert 'name="budget"' not in page
    data = {
        "summary": "Più chiaro.",
        "unit": call.unit_id,
        "responsible_name": "Un’altra persona",
        "budget": "99999",
        **inline("acts", [{"title": "Commissione nominata", "number": "9", "date": "04/03/2026"}]),
    }
    assert client.post(url, data).status_code == 302
    call.refresh_from_db()
    assert (call.responsible_name, call.budget, call.acts.count()) == ("Un’altra persona", 20000, 1)


@pytest.mark.usefixtures("office")
def test_the_page_of_a_draft_call_does_not_go_out_alone(client):
    page = draft_call().pages.get()
    data = {"title": page.title, "slug": page.slug, "summary": "x", "action-publish": "1"}
    data |= {"body-count": 0, "steps-count": 0, "documents-count": 0, "questions-count": 0}
    data |= {"comments-TOTAL_FORMS": 0, "comments-INITIAL_FORMS": 0}
    client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data)
    page.refresh_from_db()
    assert not page.live


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize("state", ["draft", "upcoming", "open", "closed", "revoked", "inventato"])
def test_the_list_filters_by_state(client, state):
    published_call(title="Aperto adesso")
    draft_call(title="Ancora in bozza")
    body = client.get(reverse("calls_office:index"), {"state": state}).content.decode()
    assert ("Aperto adesso" in body) == (state in {"open", "inventato"})
    assert ("Ancora in bozza" in body) == (state in {"draft", "inventato"})


def sent(call=None):
    application = complete_application(call)
    return submit_application(application=application, by=representative(application.organisation))


def test_an_application_is_read_with_answers_files_and_receipt_and_leaves_a_trace(client, office):
    application = sent()
    page = client.get(reverse("applications_office:inspect", args=[application.pk])).content.decode()
    attached = application.attachments.get().file
    for expected in (application.code, application.sha256, "2.500,00 €", attached.name, attached.sha256):
        assert expected in page
    opened = AuditEntry.objects.get(action="calls.application.opened")
    assert (opened.actor, opened.target_id) == (office, str(application.pk))
    file = client.get(reverse("applications_office:file", args=[application.pk, "piano-delle-spese"]))
    assert b"".join(file.streaming_content).startswith(b"%PDF-")
    receipt = client.get(reverse("applications_office:receipt", args=[application.pk]))
    assert b"".join(receipt.streaming_content).startswith(b"%PDF-")


@pytest.mark.usefixtures("office")
def test_drafts_belong_to_who_writes_them(client):
    draft, withdrawn = draft_application(), draft_application()
    withdraw_application(application=withdrawn, by=representative(withdrawn.organisation))
    for each in (draft, withdrawn):
        for name in ("inspect", "receipt"):
            answer = client.get(reverse(f"applications_office:{name}", args=[each.pk]))
            assert answer.status_code == 404, (name, each.status)
        assert each.organisation.name not in client.get(reverse("applications_office:index")).content.decode()


@pytest.mark.usefixtures("office")
def test_the_applications_of_a_call_leave_as_a_table_without_formulas(client):
    call = published_call()
    first, second = sent(call), sent(call)
    sent()
    second.organisation.name = "=HYPERLINK(1)"
    second.organisation.save()
    answer = client.get(reverse("applications_office:export_xlsx", args=[call.pk]))
    rows = list(load_workbook(io.BytesIO(answer.content)).active.iter_rows(values_only=True))
    assert rows[0][0] == "Numero"
    assert [row[0] for row in rows[1:]] == [first.code, second.code]
    assert "Contributo richiesto" in rows[0]
    assert rows[2][3] == "'=HYPERLINK(1)"
    text = client.get(reverse("applications_office:export_csv", args=[call.pk])).content.decode("utf-8-sig")
    assert text.splitlines()[1].startswith(f"{first.code};")
    assert AuditEntry.objects.filter(action="calls.application.exported").count() == 2
    # What happened is told on the call's page in words.
    shown = client.get(reverse("calls_office:inspect", args=[call.pk])).content.decode()
    assert "Esportazione" in shown
    assert "calls.application" not in shown


OFFICE_ADDRESSES = [
    ("get", "calls_office:add", False),
    ("post", "calls_office:publish", True),
    ("post", "calls_office:revoke", True),
    ("get", "applications_office:index", False),
    ("get", "applications_office:export_csv", True),
]


@pytest.mark.parametrize(("method", "name", "has_call"), OFFICE_ADDRESSES)
@pytest.mark.parametrize("role", [Role.EDITOR, Role.EVALUATOR, None])
def test_other_roles_neither_write_nor_read(client, method, name, has_call, role):
    client.force_login(UserFactory(role=role) if role else UserFactory())
    call = published_call()
    answer = getattr(client, method)(reverse(name, args=[call.pk] if has_call else []))
    assert answer.status_code in {302, 403}
    assert "export" not in name or answer.status_code in {302, 403}
    call.refresh_from_db()
    assert call.status == "published"


@pytest.mark.usefixtures("office")
def test_revoking_asks_why_and_says_it_on_the_page(client):
    call = published_call(title="Da revocare")
    url = reverse("calls_office:revoke", args=[call.pk])
    client.post(url, {"reason": " "})
    call.refresh_from_db()
    assert call.status == "published"
    client.post(url, {"reason": "Fondi spostati, determinazione 44/2026"})
    page = client.get("/bandi/da-revocare/").content.decode()
    assert "Revocato" in page
    assert "determinazione 44/2026" in page
    assert "Presenta domanda" not in page
