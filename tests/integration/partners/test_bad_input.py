"""Whatever is sent to the forms of a body and of its people, the answer is a page that says what to mend."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from bs4 import BeautifulSoup, Tag
from django.test import Client

from partners.organisations.models import Organisation
from tests.factories.accounts import UserFactory
from tests.factories.calls import association
from tests.factories.partners import SERVED, SchoolContactFactory
from tests.support.html import sent_by
from vicinia.territory.models import ServedMunicipality

pytestmark = pytest.mark.django_db

FORMS = (
    "/area-riservata/enti/nuovo/",
    "/area-riservata/enti/{body}/modifica/",
    "/area-riservata/enti/{body}/cariche/nuova/",
    "/area-riservata/enti/{body}/pagina-pubblica/",
    "/area-riservata/enti/{body}/persone/invita/",
    "/area-riservata/enti/{body}/persone/{membership}/",
    "/area-riservata/enti/richiesta/",
    "/area-riservata/enti/{body}/messaggi/",
    "/area-riservata/enti/{body}/conferma/",
    "/area-riservata/enti/{body}/volontari/nuovo/",
    "/area-riservata/enti/{body}/documenti/assicurazione-volontari/carica/",
    "/area-riservata/scuole/",
    "/area-riservata/scuole/{school}/",
    "/area-riservata/i-miei-dati/",
)
# A character that databases refuse, a text that no column holds.
BAD_TEXTS = ("\x00", "x" * 10_000)
# A number and a date out of every range, a value that no list has; to a field of text they are texts.
BAD_VALUES = ("9" * 30, "0000-00-00", "nessuno")


@pytest.fixture
def body() -> Organisation:
    """An association with its representative."""
    found: Organisation = association(UserFactory())
    return found


def attempts(form: Tag) -> Iterator[tuple[str, str]]:
    """Each field with what its kind may break on."""
    tags = {str(tag["name"]): tag for tag in form.select("[name]")}
    for name, tag in tags.items():
        is_text = tag.name == "textarea" or tag.get("type") in {"text", "email", "tel", "url"}
        for bad in BAD_TEXTS if is_text else (*BAD_TEXTS, *BAD_VALUES):
            if name != "csrfmiddlewaretoken":
                yield name, bad


@pytest.mark.parametrize("address", FORMS)
def test_no_form_breaks_whatever_is_written_in_it(body: Organisation, address: str) -> None:
    membership = body.memberships.get()
    client = Client()
    client.force_login(membership.user, backend="django.contrib.auth.backends.ModelBackend")
    ServedMunicipality.objects.create(name="Fontalba", cadastral_code=SERVED)
    school = SchoolContactFactory(user=membership.user).school
    path = address.format(body=body.pk, membership=membership.pk, school=school.pk)
    page = BeautifulSoup(client.get(path).content.decode(), "html.parser")
    form = page.main.select_one("form[method=post]") if page.main else None
    assert form, path
    path = str(form.get("action") or path)
    sent = dict(sent_by(form))
    for name, bad in attempts(form):
        answer = client.post(path, {**sent, name: bad})
        assert answer.status_code in {200, 302, 422}, (path, name, bad[:20], answer.status_code)
    for answer in (client.post(path), client.post(path, {"unknown": "x"})):
        assert answer.status_code in {200, 302, 422}, (path, answer.status_code)


@pytest.mark.parametrize("token", ["x", "x" * 3_000, "%00", "a:b:c", "Ж", "..%2F.."])
def test_a_wrong_link_of_an_invitation_is_not_there_or_no_longer_valid(client: Client, token: str) -> None:
    assert client.get(f"/inviti/{token}/").status_code in {302, 404, 410}
