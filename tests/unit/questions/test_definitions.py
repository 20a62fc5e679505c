"""A form as data keeps its meaning and refuses what could not be answered."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vicinia.core.canonical import canonical_json
from vicinia.questions.definitions import Fault, Form, Kind, Question, Section, problems

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
AMOUNT = st.none() | st.decimals(0, 10_000, places=2)
QUESTIONS = st.builds(
    Question,
    key=TEXT,
    kind=st.sampled_from(Kind),
    label=TEXT,
    help=TEXT,
    required=st.booleans(),
    max_length=st.none() | st.integers(1, 20_000),
    minimum=AMOUNT,
    maximum=AMOUNT,
    options=st.lists(TEXT, max_size=4).map(tuple),
)
FORMS = st.lists(
    st.builds(Section, key=TEXT, title=TEXT, questions=st.lists(QUESTIONS, max_size=4).map(tuple), help=TEXT),
    max_size=3,
).map(lambda sections: Form(tuple(sections)))


@given(FORMS)
def test_a_form_read_back_from_json_is_the_same(form):
    content = form.to_json()
    assert Form.from_json(content) == form
    assert canonical_json(Form.from_json(content).to_json()) == canonical_json(content)


def form_of(*questions):
    return Form((Section("s1", "", questions),))


@pytest.mark.parametrize(
    ("form", "fault"),
    [
        (Form(), Fault.NO_QUESTIONS),
        (form_of(Question("a", Kind.DATE, "Uno"), Question("a", Kind.DATE, "Due")), Fault.SAME_KEY),
        (form_of(Question("a", Kind.DATE, "  ")), Fault.NO_LABEL),
        (form_of(Question("a", Kind.CHOICE, "Quale", options=("Sì",))), Fault.FEW_OPTIONS),
        (form_of(Question("a", Kind.MULTIPLE, "Quali", options=("Sì", "Sì"))), Fault.SAME_OPTION),
        (
            form_of(Question("a", Kind.MONEY, "Quanto", minimum=Decimal(9), maximum=Decimal(3))),
            Fault.EMPTY_RANGE,
        ),
        (form_of(Question("a", Kind.LONG_TEXT, "Perché", max_length=0)), Fault.BAD_LENGTH),
    ],
)
def test_a_form_that_cannot_be_answered_says_why(form, fault):
    assert [problem.fault for problem in problems(form)] == [fault]


def test_a_good_form_has_no_problems():
    choice = Question("b", Kind.CHOICE, "Quale", options=("Sì", "No"))
    assert problems(form_of(Question("a", Kind.MONEY, "Quanto", minimum=Decimal(0)), choice)) == []
