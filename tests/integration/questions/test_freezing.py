"""What was asked can be proved: versions are frozen, the same content once, and never change."""

from decimal import Decimal

import pytest

from vicinia.questions.blocks import form_of, stream_of
from vicinia.questions.definitions import Form, Kind, Question, Section
from vicinia.questions.models import FormVersion, FrozenVersion, TamperedVersion
from vicinia.questions.services import FormNotReady, freeze_form, write_form

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]

FORM = Form(
    (
        Section(
            "s1",
            "",
            (
                Question("titolo", Kind.SHORT_TEXT, "Titolo", max_length=90),
                Question(
                    "importo", Kind.MONEY, "Importo", minimum=Decimal("8000.00"), maximum=Decimal("9000.00")
                ),
                Question("persone", Kind.NUMBER, "Persone", minimum=Decimal(1)),
            ),
        ),
        Section(
            "s2",
            "Dove",
            (
                Question("luoghi", Kind.MULTIPLE, "Luoghi", help="Più d’uno", options=("A", "B")),
                Question("ok", Kind.DECLARATION, "Dichiaro"),
                Question("piano", Kind.FILE, "Piano", required=False),
            ),
            "Tutti i luoghi",
        ),
    )
)


@pytest.fixture
def definition():
    return write_form(definition=None, title="Prova", form=FORM, by=None)


def test_what_staff_write_is_what_people_are_asked(definition):
    definition.refresh_from_db()
    assert definition.form() == FORM
    assert stream_of(form_of(definition.questions)) == stream_of(FORM)


def test_a_question_without_a_short_name_gets_one_from_its_text():
    form = Form(
        (Section("s1", "", (Question("", Kind.DATE, "Quando?"), Question("", Kind.DATE, "Quando?"))),)
    )
    written = write_form(definition=None, title="Prova", form=form, by=None)
    written.refresh_from_db()
    assert [question.key for question in written.form().questions()] == ["quando", "quando-2"]


def test_freezing_the_same_content_twice_gives_one_version(definition):
    first = freeze_form(definition=definition, by=None)
    assert freeze_form(definition=definition, by=None) == first
    changed = Form((Section("s1", "", (Question("a", Kind.DATE, "A"),)),))
    write_form(definition=definition, title="Prova", form=changed, by=None)
    second = freeze_form(definition=definition, by=None)
    assert (first.number, second.number) == (1, 2)
    assert FormVersion.objects.get(pk=first.pk).form() == FORM


def test_a_form_without_questions_is_not_frozen():
    empty = write_form(definition=None, title="Vuoto", form=Form(), by=None)
    with pytest.raises(FormNotReady) as refusal:
        freeze_form(definition=empty, by=None)
    assert "domand" in str(refusal.value)


def test_a_version_cannot_be_changed_nor_deleted(definition):
    version = freeze_form(definition=definition, by=None)
    for attempt in (version.save, version.delete, FormVersion.objects.all().delete):
        with pytest.raises(FrozenVersion):
            attempt()
    with pytest.raises(FrozenVersion):
        FormVersion.objects.update(content={})


def test_a_version_changed_behind_the_platform_is_noticed(definition):
    from django.db import connection

    version = freeze_form(definition=definition, by=None)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE questions_formversion SET content = '{\"sections\": []}'")
    version.refresh_from_db()
    with pytest.raises(TamperedVersion):
        version.form()
