"""What a person types becomes an answer, is shown back the same, and is refused when it makes no sense."""

from decimal import Decimal

import pytest
from django.utils import translation

from vicinia.questions.definitions import Form, Kind, Question, Section
from vicinia.questions.forms import AnswersForm, check_answers, first_values
from vicinia.questions.kinds import shown


@pytest.fixture(autouse=True)
def _italian():
    with translation.override("it"):
        yield


COLOURS = ("Rosso", "Verde", "Blu")
ALL_KINDS = (
    Question("nome", Kind.SHORT_TEXT, "Nome", max_length=20),
    Question("storia", Kind.LONG_TEXT, "Storia", max_length=30),
    Question("persone", Kind.NUMBER, "Persone", minimum=Decimal(1), maximum=Decimal(2000)),
    Question("importo", Kind.MONEY, "Importo", minimum=Decimal(8000), maximum=Decimal(25000)),
    Question("inizio", Kind.DATE, "Inizio"),
    Question("colore", Kind.CHOICE, "Colore", options=COLOURS),
    Question("colori", Kind.MULTIPLE, "Colori", options=COLOURS),
    Question("dichiaro", Kind.DECLARATION, "Dichiaro"),
)
FORM = Form((Section("s1", "", ALL_KINDS),))
TYPED = {
    "q-nome": "Il Filo",
    "q-storia": "prima\r\nseconda",
    "q-persone": "1.200",
    "q-importo": "12.500,50",
    "q-inizio": "3/3/2026",
    "q-colore": "Verde",
    "q-colori": ["Rosso", "Blu"],
    "q-dichiaro": "on",
}
ANSWERS = {
    "nome": "Il Filo",
    "storia": "prima\nseconda",
    "persone": 1200,
    "importo": "12500.50",
    "inizio": "2026-03-03",
    "colore": "Verde",
    "colori": ["Rosso", "Blu"],
    "dichiaro": True,
}


def form(**typed):
    from django.http import QueryDict

    data = QueryDict(mutable=True)
    for name, value in {**TYPED, **typed}.items():
        data.setlist(name, value if isinstance(value, list) else [value])
    return AnswersForm(data, questions=ALL_KINDS)


def test_typed_values_become_canonical_answers():
    filled = form()
    assert filled.is_valid(), filled.errors
    assert filled.answers() == ANSWERS
    assert check_answers(FORM, ANSWERS) == []


def test_an_answer_opens_again_in_its_field_as_it_was():
    again = AnswersForm(initial=first_values(ALL_KINDS, ANSWERS), questions=ALL_KINDS)
    html = str(again)
    assert 'value="12.500,50"' in html.replace("\xa0", ".") or 'value="12500,50"' in html
    assert 'value="2026-03-03"' in html
    assert "prima\nseconda" in html


@pytest.mark.parametrize(
    ("key", "typed", "message"),
    [
        ("importo", "7.999,99", "almeno 8.000,00"),
        ("importo", "25000,01", "25.000,00"),
        ("importo", "-1", "almeno 8.000,00"),
        ("importo", "tanti", ""),
        ("importo", "9" * 40, ""),
        ("persone", "0", ""),
        ("persone", "1,5", ""),
        ("storia", "x" * 31, "30"),
        ("inizio", "30/2/2026", ""),
        ("colore", "Giallo", ""),
        ("colori", ["Rosso", "Giallo"], ""),
        ("dichiaro", "", "casella"),
        ("nome", "", ""),
    ],
)
def test_what_makes_no_sense_is_refused_at_its_field(key, typed, message):
    filled = form(**{f"q-{key}": typed})
    assert not filled.is_valid()
    assert list(filled.errors) == [key]
    assert message in str(filled.errors[key])
    assert filled.answers() == {name: answer for name, answer in ANSWERS.items() if name != key}


def test_the_limit_counts_a_line_end_once_as_the_browser_does():
    assert form(**{"q-storia": "a" * 14 + "\r\n" + "b" * 15}).is_valid()


def test_a_draft_may_be_empty_but_still_says_what_is_required():
    draft = AnswersForm({"q-importo": "7"}, questions=ALL_KINDS, is_draft=True)
    assert not draft.is_valid()
    assert set(draft.errors) == {"importo"}
    assert draft.fields["nome"].required
    assert "required" not in str(draft["nome"])


def test_kept_answers_are_checked_again_before_sending():
    assert {fault.question.key for fault in check_answers(FORM, {})} == set(ANSWERS)
    wrong = {
        **ANSWERS,
        "importo": "1e5",
        "persone": "molte",
        "colore": "Giallo",
        "inizio": 12,
        "dichiaro": False,
    }
    faults = check_answers(FORM, wrong)
    assert {fault.question.key for fault in faults} == {"importo", "persone", "colore", "inizio", "dichiaro"}
    assert all(fault.message for fault in faults)


def test_an_answer_in_words():
    by_key = {question.key: question for question in ALL_KINDS}
    assert shown(by_key["importo"], "12500.50") == "12.500,50 €"
    assert shown(by_key["inizio"], "2026-03-03") == "martedì 3 marzo 2026"
    assert shown(by_key["colori"], ["Rosso", "Blu"]) == "Rosso, Blu"
    assert shown(by_key["nome"], None) == ""


def test_help_written_by_staff_is_text_not_markup():
    question = Question("a", Kind.LONG_TEXT, "A", help="<b>x</b>")
    assert "<b>" not in str(AnswersForm(questions=[question]))
