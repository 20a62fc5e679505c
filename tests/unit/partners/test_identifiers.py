"""VAT numbers, IBANs and RUNTS numbers as they are typed, kept and shown."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.exceptions import ValidationError

from partners.demo_registry import demo_iban
from partners.organisations.identifiers import (
    masked_iban,
    spaced_iban,
    tidy,
    validate_iban,
    validate_runts_number,
    validate_vat_number,
)


def test_what_is_typed_with_spaces_is_kept_without_and_zeros_stay() -> None:
    kept = tidy(
        {
            "name": "  Il\u200b  Portone\u00ad ",
            "vat_number": "IT 0074 3110 157",
            "iban": "it51 x000 0000 0000 0000 0000 001",
            "runts_number": " 004821",
        }
    )
    assert kept["name"] == "Il Portone"
    assert kept["vat_number"] == "00743110157"
    validate_vat_number(kept["vat_number"])
    assert kept["iban"] == demo_iban(1)
    assert kept["runts_number"] == "004821"


@pytest.mark.parametrize(
    ("check", "value", "words"),
    [
        (validate_vat_number, "743110157", "11 cifre"),
        (validate_vat_number, "00743110158", "non è corretta"),
        (validate_vat_number, "0074311015\u0667", "11 cifre"),
        (validate_iban, "IT52X0000000000000000000001", "non è corretto"),
        (validate_iban, "IT51", "non è corretto"),
        (validate_runts_number, "A-4821", "sole cifre"),
        (validate_runts_number, "12345678", "sole cifre"),
    ],
)
def test_a_wrong_number_is_told_in_a_sentence(check: Callable[[str], None], value: str, words: str) -> None:
    with pytest.raises(ValidationError, match=words):
        check(value)


def test_a_masked_iban_pays_nobody() -> None:
    assert masked_iban(demo_iban(1)) == "IT51 •••• 0001"
    assert masked_iban("") == ""
    assert spaced_iban(demo_iban(1)) == "IT51 X000 0000 0000 0000 0000 001"
