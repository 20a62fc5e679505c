"""A wrong tax code is caught as it is typed; the zeros at its start are kept."""

import pytest
from django.core.exceptions import ValidationError

from partners.organisations.tax_code import clean_tax_code, letters_of, require_own_code, validate_tax_code
from tests.factories.partners import tax_code


@pytest.mark.parametrize("code", ["93021579995", tax_code(1), tax_code(123), tax_code(9_999_999)])
def test_right_codes_of_bodies_pass(code: str) -> None:
    validate_tax_code(code)


def test_zeros_at_the_start_are_kept_and_spaces_are_not() -> None:
    code = tax_code(1)
    assert code.startswith("000000")
    assert clean_tax_code(f" {code[:5]} {code[5:]}\t") == code


def test_a_right_code_of_a_person_passes_however_it_is_typed() -> None:
    validate_tax_code(clean_tax_code("xxx yyy 80a01 h501 d"))


@pytest.mark.parametrize(
    "code",
    [
        "",
        "9302157999",
        "93021579996",
        "930215799955",
        "IT93021579995",
        "٩٣٠٢١٥٧٩٩٩٥",
        "9302157999O",
        "a" * 10_000,
    ],
)
def test_wrong_codes_are_refused_with_a_sentence(code: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        validate_tax_code(code)
    assert refusal.value.messages[0].endswith(".")


@pytest.mark.parametrize(
    ("last_name", "first_name", "letters"),
    [
        ("Rossi", "Maria", "RSSMRA"),
        ("Fo", "Al", "FOXLAX"),
        ("D’Àngelo", "Gianfranco", "DNGGFR"),
        ("Aio", "Marco", "AIOMRC"),
    ],
)
def test_a_persons_code_begins_with_letters_of_the_name(
    last_name: str, first_name: str, letters: str
) -> None:
    assert letters_of(last_name, first_name) == letters


def test_a_persons_code_that_is_not_ones_own_is_refused_and_that_of_a_body_is_not() -> None:
    require_own_code("RSSMRA80A41Z999C", first_name="Maria", last_name="Rossi")
    require_own_code(tax_code(1), first_name="Ada", last_name="Bianchi")
    with pytest.raises(ValidationError, match="11 cifre"):
        require_own_code("RSSMRA80A41Z999C", first_name="Ada", last_name="Bianchi")


def test_whom_spid_knows_writes_their_own_code_alone_whatever_the_name_says() -> None:
    mine, of_my_namesake = "RSSMRA80A41Z999C", "RSSMRA81A41Z999F"
    require_own_code(mine, first_name="Maria", last_name="Verdi Rossi", proven=mine)
    require_own_code(tax_code(1), first_name="Maria", last_name="Rossi", proven=mine)
    with pytest.raises(ValidationError, match="SPID o CIE"):
        require_own_code(of_my_namesake, first_name="Maria", last_name="Rossi", proven=mine)
