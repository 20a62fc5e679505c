"""Rows of the ministry's registries become schools, or say why they cannot."""

from __future__ import annotations

import pytest

from partners.schools.enums import Registry, SchoolOrder
from partners.schools.registry.layout import find_registry
from partners.schools.registry.orders import find_order, is_aggregator
from partners.schools.registry.records import institute_of, read_record
from vicinia.core.imports.rows import RowRefused
from vicinia.core.tabular import TableUnreadable

STATE = {
    "ANNOSCOLASTICO": "202526",
    "AREAGEOGRAFICA": "CENTRO",
    "REGIONE": "MARCA APPENNINICA",
    "PROVINCIA": "MONTELAURO",
    "CODICEISTITUTORIFERIMENTO": "MLIC801005",
    "DENOMINAZIONEISTITUTORIFERIMENTO": "IC FONTALBA CENTRO",
    "CODICESCUOLA": "MLEE801017",
    "DENOMINAZIONESCUOLA": "LE MURA",
    "INDIRIZZOSCUOLA": "VIA DELLE MURA 9",
    "CAPSCUOLA": "99048",
    "CODICECOMUNESCUOLA": "Z999",
    "DESCRIZIONECOMUNE": "FONTALBA",
    "DESCRIZIONECARATTERISTICASCUOLA": "NORMALE",
    "DESCRIZIONETIPOLOGIAGRADOISTRUZIONESCUOLA": "SCUOLA PRIMARIA",
    "INDICAZIONESEDEDIRETTIVO": "NO",
    "INDICAZIONESEDEOMNICOMPRENSIVO": "Non Disponibile",
    "INDIRIZZOEMAILSCUOLA": "MLIC801005@istruzione.example",
    "INDIRIZZOPECSCUOLA": "Non Disponibile",
    "SITOWEBSCUOLA": "https//www.fontalbacentro.example/",
    "SEDESCOLASTICA": "NO",
}


def read(**changed: str) -> object:
    return read_record({**STATE, **changed}, Registry.STATE)


def test_a_row_of_a_site_becomes_a_school() -> None:
    record = read_record(STATE, Registry.STATE)
    assert (record.code, record.name, record.order) == ("MLEE801017", "LE MURA", SchoolOrder.PRIMARY)
    assert (record.school_year, record.postcode, record.municipality_code) == ("2025/26", "99048", "Z999")
    assert (record.email, record.pec) == ("mlic801005@istruzione.example", "")
    assert record.website == "https://www.fontalbacentro.example/"
    institute = institute_of(record)
    assert institute is not None
    assert (institute.name, institute.email, institute.is_complete) == ("IC FONTALBA CENTRO", "", False)


def test_only_its_own_row_tells_how_to_reach_an_institute() -> None:
    record = read_record({**STATE, "CODICESCUOLA": "MLIC801005"}, Registry.STATE)
    institute = institute_of(record)
    assert institute is not None
    assert institute.is_complete
    assert institute.is_aggregator
    assert institute.email == "mlic801005@istruzione.example"


def test_a_private_school_has_no_institute() -> None:
    cells = {name: text for name, text in STATE.items() if "ISTITUTO" not in name}
    record = read_record({**cells, "CODICESCUOLA": "ML1E00300P"}, Registry.PRIVATE)
    assert institute_of(record) is None
    assert record.order == SchoolOrder.PRIMARY


def test_columns_are_known_in_any_case_and_spaces_do_not_count() -> None:
    cells = {name.lower(): f"  {text}  " for name, text in STATE.items()}
    cells["denominazionescuola"] = "Le  Mura\u200b "
    assert read_record(cells, Registry.STATE).name == "Le Mura"


@pytest.mark.parametrize(
    ("written", "kept"), [("8038", "08038"), ("122", "00122"), (".", ""), ("Non Disponibile", ""), ("1", "")]
)
def test_a_postcode_gets_its_zeros_back(written: str, kept: str) -> None:
    assert read_record({**STATE, "CAPSCUOLA": written}, Registry.STATE).postcode == kept


def test_a_school_whose_name_the_registry_does_not_know_can_still_be_found() -> None:
    record = read_record({**STATE, "DENOMINAZIONESCUOLA": "Non Disponibile"}, Registry.STATE)
    assert record.name == "Scuola primaria – Fontalba"


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"CODICESCUOLA": ""}, "codice"),
        ({"CODICESCUOLA": "MLEE80101"}, "MLEE80101"),
        ({"CODICESCUOLA": "12EE801017"}, "12EE801017"),
        ({"CODICESCUOLA": "MLEE80101é"}, "MLEE80101"),
        ({"DENOMINAZIONESCUOLA": "  "}, "nome"),
        ({"DENOMINAZIONESCUOLA": "A" * 151}, "DENOMINAZIONESCUOLA"),
        ({"DENOMINAZIONESCUOLA": "Le\x00Mura"}, "DENOMINAZIONESCUOLA"),
        ({"CODICESCUOLA": "MLZZ801017", "DESCRIZIONETIPOLOGIAGRADOISTRUZIONESCUOLA": "ASILO"}, "ASILO"),
        ({"CODICEISTITUTORIFERIMENTO": "IC 1"}, "IC 1"),
        ({"ANNOSCOLASTICO": "2025"}, "2025"),
    ],
)
def test_a_row_that_cannot_be_loaded_says_why(changed: dict[str, str], words: str) -> None:
    with pytest.raises(RowRefused, match=words):
        read(**changed)


@pytest.mark.parametrize(
    ("code", "level", "order"),
    [
        ("MLAA801012", "SCUOLA INFANZIA", SchoolOrder.NURSERY),
        ("ML1A001009", "SCUOLA INFANZIA NON STATALE", SchoolOrder.NURSERY),
        ("MLMM801016", "SCUOLA PRIMO GRADO", SchoolOrder.LOWER_SECONDARY),
        ("MLPS00101Q", "LICEO SCIENTIFICO", SchoolOrder.UPPER_SECONDARY),
        ("MLTD00101G", "ISTITUTO TECNICO COMMERCIALE", SchoolOrder.UPPER_SECONDARY),
        ("MLSL00101G", "LICEO ARTISTICO", SchoolOrder.UPPER_SECONDARY),
        ("MLCT70100A", "CENTRO TERRITORIALE", SchoolOrder.ADULTS),
        ("MLIC801005", "ISTITUTO COMPRENSIVO", SchoolOrder.OTHER),
        ("MLVC01000A", "CONVITTO NAZIONALE", SchoolOrder.OTHER),
        ("TN00801005", "Scuola secondaria di II grado", SchoolOrder.UPPER_SECONDARY),
        ("TN00801005", "Scuola secondaria di I grado", SchoolOrder.LOWER_SECONDARY),
        ("ML00801005", "GIARDINO", None),
    ],
)
def test_the_order_comes_from_the_code_then_from_the_description(
    code: str, level: str, order: SchoolOrder | None
) -> None:
    assert find_order(code, level) == order


def test_institutes_that_only_group_schools_are_told_apart() -> None:
    assert is_aggregator("MLIC801005")
    assert is_aggregator("MLIS001009")
    assert not is_aggregator("MLPS00101Q")


def test_the_fingerprint_changes_with_any_cell_and_only_then() -> None:
    first = read_record(STATE, Registry.STATE)
    assert first.fingerprint() == read_record(dict(STATE), Registry.STATE).fingerprint()
    moved = read_record({**STATE, "CODICEISTITUTORIFERIMENTO": "MLIC802001"}, Registry.STATE)
    renamed = read_record({**STATE, "DENOMINAZIONESCUOLA": "LE MURA NUOVE"}, Registry.STATE)
    assert len({first.fingerprint(), moved.fingerprint(), renamed.fingerprint()}) == 3


def test_the_three_registries_are_told_apart_by_their_columns() -> None:
    private = [name for name in STATE if "ISTITUTO" not in name and name != "SEDESCOLASTICA"]
    assert find_registry(STATE) == Registry.STATE
    assert find_registry(name.lower() for name in STATE) == Registry.STATE
    assert find_registry(name for name in STATE if name != "SEDESCOLASTICA") == Registry.AUTONOMOUS
    assert find_registry(private) == Registry.PRIVATE


def test_a_table_that_is_no_registry_is_refused() -> None:
    with pytest.raises(TableUnreadable, match="anagrafe"):
        find_registry(["Codice Regione", "Denominazione in italiano"])
    with pytest.raises(TableUnreadable, match="DESCRIZIONECOMUNE"):
        find_registry(name for name in STATE if name != "DESCRIZIONECOMUNE")
