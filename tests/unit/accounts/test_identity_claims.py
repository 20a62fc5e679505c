"""What the broker says of a person, read with care."""

from __future__ import annotations

from typing import Any

import pytest

from vicinia.accounts.identity.levels import Level, acr_of, level_of
from vicinia.accounts.identity.person import (
    FISCAL_NUMBER,
    ClaimsIncomplete,
    ProvenIdentity,
    clean_fiscal_number,
    proven_identity,
)


def proven(**userinfo: Any) -> ProvenIdentity:
    """Marta, with some claims changed."""
    claims = {"given_name": "Marta", "family_name": "Prova", FISCAL_NUMBER: "PRVMRT85D52Z999E", **userinfo}
    signed = {"iss": "https://broker.example", "sub": "marta"}
    return proven_identity(signed, claims, level=Level.TWO_FACTORS, way="spid")


@pytest.mark.parametrize(
    "written", ["PRVMRT85D52Z999E", "TINIT-PRVMRT85D52Z999E", "tinit-prvmrt85d52z999e", " PRVMRT85D52Z999E "]
)
def test_a_fiscal_number_is_one_however_it_is_written(written: str) -> None:
    assert clean_fiscal_number(written) == "PRVMRT85D52Z999E"


def test_a_temporary_fiscal_number_keeps_its_zeros() -> None:
    assert clean_fiscal_number("TINIT-01234560017") == "01234560017"


@pytest.mark.parametrize(
    "written",
    ["", None, 12, "PRVMRT85D52Z999F", "TINIT-TINIT-PRVMRT85D52Z999E", "РRVMRT85D52Z999E", "0123456001"],
)
def test_what_is_no_fiscal_number_is_refused(written: object) -> None:
    with pytest.raises(ClaimsIncomplete):
        clean_fiscal_number(written)


def test_names_are_one_line_and_fit_their_columns() -> None:
    found = proven(given_name=" Maria\x00\nTeresa  ", family_name="X" * 10_000)
    assert (found.first_name, len(found.last_name)) == ("Maria Teresa", 100)


@pytest.mark.parametrize("address", [None, "", "a\x00@example.org", f"{'x' * 250}@example.org"])
def test_an_address_that_cannot_be_one_is_left_out(address: object) -> None:
    assert proven(email=address).email == ""


@pytest.mark.parametrize("said", ["true", 1, None])
def test_only_the_word_true_confirms_an_address(said: object) -> None:
    assert not proven(email="marta@example.org", email_verified=said).email_verified


def test_what_is_signed_comes_before_what_is_told() -> None:
    signed = {"iss": "https://broker.example", "sub": "marta", "given_name": "Marta"}
    told = {"given_name": "Altra", "family_name": "Prova", FISCAL_NUMBER: "PRVMRT85D52Z999E"}
    assert proven_identity(signed, told, level=Level.TWO_FACTORS, way="cie").first_name == "Marta"


def test_the_same_subject_of_two_issuers_is_two() -> None:
    here = proven()
    there = ProvenIdentity(
        **{name: getattr(here, name) for name in here.__slots__} | {"issuer": "https://b.example"}
    )
    assert here.uid != there.uid


def test_levels_are_agids_words_and_nothing_else() -> None:
    assert [level_of(acr_of(level)) for level in Level] == list(Level)
    assert {level_of(acr) for acr in (None, 2, "2", "SpidL2", "https://www.spid.gov.it/SpidL22", ["x"])} == {
        None
    }
