"""A free text warns when it looks like personal data of pupils, and only then."""

import pytest

from vicinia.core.personal_data import Suspicion, suspicions


@pytest.mark.parametrize(
    "text",
    [
        "L'alunno RSSMRA15A41H501X viene accompagnato.",
        "cf: rssmra15a41h501x",
        "RSSMRAL5A41H5LMX",
    ],
)
def test_a_codice_fiscale_is_noticed(text: str) -> None:
    assert Suspicion.TAX_CODE in suspicions(text)


@pytest.mark.parametrize(
    "text",
    [
        "Rossi Maria\nBianchi Leo\nDe Luca Anna Sofia",
        "Maria Rossi, Leo Bianchi, Anna Verdi",
        "1) Rossi Maria\n2) Bianchi Leo\n3) Verdi Anna",
        "Con la lista: Maria Rossi; Leo Bianchi; D’Angelo Sara; Tot Alessio.",
        "- Rossi Maria\n- Bianchi Leo\n- Verdi Anna",
    ],
)
def test_a_list_of_names_is_noticed(text: str) -> None:
    assert Suspicion.NAME_LIST in suspicions(text)


@pytest.mark.parametrize(
    "text",
    [
        "L’insegnante ha scritto dell’alunna Sofia.",
        "lo studente M. Rossi non viene",
        "Allievo: Leo, bambino Andrea",
    ],
)
def test_a_pupil_by_role_and_name_is_noticed(text: str) -> None:
    assert Suspicion.PUPIL in suspicions(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Gli alunni della Primaria, 22 alunne e alunni; un bambino in carrozzina. Alunno accompagnato.",
        "Il martedì no, abbiamo piscina. Meglio un’aula al piano terra.",
        "La referente è Maria Rossi.",
        "Martedì, mercoledì, giovedì",
        "Scuola primaria Le Mura, Via delle Mura 9, Fontalba",
        "Due pupille in carrozzina? No, chiediamo solo la rampa.",
        "CONTATTARE LA SEGRETERIA DELLA SCUOLA PRIMA DEL 12",
    ],
)
def test_an_ordinary_note_passes(text: str) -> None:
    assert not suspicions(text)
