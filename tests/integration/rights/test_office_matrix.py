"""Which role opens which of the office's screens: the whole table, every address, every role."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass

import pytest
from django.apps import apps
from django.db.models import Model
from django.http.response import HttpResponseBase
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from calls.applications.models import Attachment
from tests.factories.accounts import UserFactory
from tests.support.editing import UNCLOSED, UNCLOSED_ON_DISK
from tests.support.visitors import drawing_nothing, known_by_heart, of_the_office, opened
from vicinia.accounts.roles import Role
from vicinia.core.imports.runs.models import ImportRun
from vicinia.core.imports.runs.tasks import check_file

pytestmark = [pytest.mark.filterwarnings(UNCLOSED), pytest.mark.filterwarnings(UNCLOSED_ON_DISK)]

EDITOR, PUBLISHER, ADMINISTRATOR = Role.EDITOR, Role.PUBLISHER, Role.ADMINISTRATOR
CALLS, OFFICIAL, SCHOOLS = Role.CALLS_OFFICE, Role.RESPONSIBLE_OFFICIAL, Role.SCHOOLS_OFFICE
DIRECTOR, TRANSPARENCY = Role.DIRECTOR, Role.TRANSPARENCY_OFFICER
WRITING = {EDITOR, PUBLISHER, ADMINISTRATOR}
PAGES = {*WRITING, CALLS, SCHOOLS}
OFFICE = {CALLS, OFFICIAL, ADMINISTRATOR}
CLASSES = {SCHOOLS, ADMINISTRATOR}
VOCABULARY = {PUBLISHER, ADMINISTRATOR}
NOBODY: set[Role] = set()
WAGTAILS = ("results", "history", "usage", "copy")
OURS = {"vicinia", "calls", "campaigns", "partners"}
READING = {"timeline", "retention", "chart", "page_ratings", "pages_to_publish", "rights"}
LISTS = {"index", "list"}
# Where everybody who may is tried; behind these, one person is enough: who else may is told by the refusals.
TRIED_BY_ALL = {*LISTS, *READING, "add", "banner"}
READ_ONLY = {*LISTS, "inspect", "results", "receipt", "file", "progress", "ledger", "export"}


@dataclass(frozen=True)
class Access:
    """Who reads what is under an address, and who writes it."""

    reads: set[Role]
    writes: set[Role]


# The longest address that fits decides. A new screen that is not here fails the test.
SCREENS = {
    "users/": Access(NOBODY, NOBODY),
    "persone/": Access({ADMINISTRATOR}, {ADMINISTRATOR}),
    "persone/delete/": Access(NOBODY, NOBODY),
    "persone/factors/": Access(NOBODY, {ADMINISTRATOR}),
    "diritti/": Access({TRANSPARENCY, ADMINISTRATOR}, NOBODY),
    "pagine-da-pubblicare/": Access(PAGES, NOBODY),
    "avviso/": Access(WRITING, WRITING),
    "qualita/": Access(PAGES, PAGES),
    "nuova-campagna/": Access(WRITING, WRITING),
    "qualita/ora/<slug:content_type_app_name>/": Access(WRITING, WRITING),
    "in-silenzio/": Access(PAGES, PAGES),
    "silenzio-elettorale/": Access(WRITING, VOCABULARY),
    "dati/": Access(set(Role) - {Role.EVALUATOR}, NOBODY),
    "valutazioni/": Access({*WRITING, DIRECTOR}, NOBODY),
    "registro-operazioni/": Access({TRANSPARENCY, ADMINISTRATOR}, NOBODY),
    "richieste-cancellazione/": Access({ADMINISTRATOR}, NOBODY),
    "richieste-cancellazione/refuse/": Access(NOBODY, {ADMINISTRATOR}),
    "tempi-di-conservazione/": Access({TRANSPARENCY, ADMINISTRATOR}, NOBODY),
    "accessi-ai-dati/": Access({TRANSPARENCY, ADMINISTRATOR}, NOBODY),
    "partecipazione/": Access({*WRITING, SCHOOLS, DIRECTOR, TRANSPARENCY}, {*WRITING, SCHOOLS}),
    "partecipazione/delete/": Access(NOBODY, NOBODY),
    "enti/": Access({*OFFICE, EDITOR, PUBLISHER, DIRECTOR, TRANSPARENCY}, OFFICE),
    "scuole/": Access({*CLASSES, DIRECTOR}, NOBODY),
    "persone-scuole/": Access({*CLASSES, DIRECTOR}, NOBODY),
    "persone-scuole/approve/": Access(NOBODY, CLASSES),
    "persone-scuole/refuse/": Access(NOBODY, CLASSES),
    "referenti-scuole/": Access({*CLASSES, DIRECTOR}, NOBODY),
    "referenti-scuole/remind/": Access(NOBODY, CLASSES),
    "continuita-scuole/": Access({*CLASSES, DIRECTOR}, NOBODY),
    "continuita-scuole/confirm/": Access(NOBODY, CLASSES),
    "continuita-scuole/refuse/": Access(NOBODY, CLASSES),
    "continuita-scuole/undo/": Access(NOBODY, CLASSES),
    "continuita-scuole/link/": Access(NOBODY, CLASSES),
    "anagrafi-scuole/": Access({*CLASSES, DIRECTOR}, NOBODY),
    "comuni-serviti/": Access(CLASSES, CLASSES),
    "accordi/": Access({*OFFICE, DIRECTOR, TRANSPARENCY}, OFFICE),
    "accordi/delete/": Access(NOBODY, NOBODY),
    "documenti-enti/": Access(OFFICE, OFFICE),
    "documenti-enti/new/": Access(NOBODY, NOBODY),
    "documenti-enti/edit/": Access(NOBODY, NOBODY),
    "documenti-enti/delete/": Access(NOBODY, NOBODY),
    "importazioni/": Access({*OFFICE, SCHOOLS}, {*OFFICE, SCHOOLS}),
    # Of the bodies: to who imports other things they are not there.
    "importazioni/new/<str:kind>/": Access(OFFICE, OFFICE),
    "importazioni/<int:pk>/": Access(OFFICE, OFFICE),
    "enti/delete/": Access(NOBODY, NOBODY),
    "bandi/delete/": Access(NOBODY, NOBODY),
    "bandi/": Access({*OFFICE, DIRECTOR, TRANSPARENCY}, OFFICE),
    "domande/": Access(OFFICE, NOBODY),
    "newsletter/numeri/": Access({*WRITING, DIRECTOR}, WRITING),
    "newsletter/iscritti/": Access({*WRITING, DIRECTOR}, NOBODY),
    "newsletter/iscritti/unsubscribe/": Access(NOBODY, WRITING),
    "newsletter/argomenti/": Access({*WRITING, DIRECTOR}, WRITING),
    "progetti-scuole/": Access({*CLASSES, DIRECTOR, EDITOR, PUBLISHER}, CLASSES),
    "progetti-scuole/adesioni/": Access({*CLASSES, DIRECTOR}, NOBODY),
    "progetti-scuole/adesioni/cancel/": Access(NOBODY, CLASSES),
    "progetti-scuole/attestati/": Access(CLASSES, NOBODY),
    "progetti-scuole/attestati/annul/": Access(NOBODY, CLASSES),
    "snippets/campaigns/campaign/": Access(WRITING, WRITING),
    "snippets/campaigns/event/": Access({*WRITING, SCHOOLS}, {*WRITING, SCHOOLS}),
    "snippets/directory/service/": Access(WRITING, WRITING),
    "snippets/directory/need/": Access(WRITING, VOCABULARY),
    "snippets/territory/": Access(WRITING, VOCABULARY),
    "snippets/territory/place/": Access(WRITING, WRITING),
    "snippets/territory/unit/": Access(WRITING, WRITING),
}  # fmt: skip
# What an address without a model of its own is about.
SUBJECTS = {
    "persone/factors/": "accounts.User",
    "richieste-cancellazione/": "accounts.ErasureRequest",
    "bandi/": "calls.Call",
    "qualita/": "home.HomePage",
    "nuova-campagna/ancora/": "campaigns.Campaign",
    "in-silenzio/": "home.HomePage",
    "domande/": "calls.Application",
    "domande/export/": "calls.Call",
    "accordi/": "partners.Agreement",
    "accordi/register/": "partners.Organisation",
    "accordi/payment/": "partners.Payment",
    "accordi/payment-annul/": "partners.Payment",
    "documenti-enti/": "partners.DossierVersion",
    "documenti-enti/durc/": "partners.Organisation",
    "enti/": "partners.Organisation",
    "enti/claim/": "partners.Claim",
    "enti/officer/": "partners.Officer",
    "enti/officer-remove/": "partners.Officer",
    "enti/claim-file/": "partners.Claim",
    "importazioni/": "core.ImportRun",
    "newsletter/numeri/": "campaigns.Issue",
    "newsletter/iscritti/": "campaigns.Subscriber",
    "persone-scuole/": "partners.SchoolContact",
    "continuita-scuole/": "partners.SchoolSuccession",
    "progetti-scuole/adesioni/": "campaigns.Enrolment",
    "progetti-scuole/attestati/": "campaigns.Certificate",
}


@dataclass(frozen=True)
class Screen:
    """One address of the admin that is ours."""

    route: str
    name: str
    model: type[Model] | None

    @property
    def allowed(self) -> set[Role]:
        """Who may open it, as the table says."""
        access = SCREENS[_longest(SCREENS, self.route)]
        return access.reads if self.reads else access.writes

    @property
    def reads(self) -> bool:
        return self.name.split("_")[0] in READ_ONLY or self.name in READING

    @property
    def address(self) -> str:
        """The address of a real object, where it is of one."""
        route = self.route.replace("<str:kind>", "partners.organisations").replace(
            r"^esporta\.(?P<form>csv|xlsx)$", "esporta.csv"
        )
        route = route.replace(
            "<slug:content_type_app_name>/<slug:content_type_model_name>", "home/informationpage"
        )
        route = route.replace("modello/<slug:key>", "modello/caldo")
        if "<slug:key>" in route:
            attachment = Attachment.objects.earliest("pk")
            return f"/cms/domande/file/{attachment.application_id}/{attachment.key}/"
        if "<" not in route:
            return f"/cms/{route}"
        model = self.model or apps.get_model(SUBJECTS[_longest(SUBJECTS, self.route)])
        subject = model._default_manager.first()
        assert subject, f"the demo has no {model.__name__}: {self.route} would prove nothing"
        return f"/cms/{re.sub(r'<[^>]+>', str(subject.pk), route)}"


def _longest(table: dict[str, Access] | dict[str, str], route: str) -> str:
    fits = [prefix for prefix in table if route.startswith(prefix)]
    assert fits, f"say who may open /cms/{route}"
    return max(fits, key=len)


def _patterns(resolver: URLResolver, before: str = "") -> Iterator[tuple[str, URLPattern]]:
    for pattern in resolver.url_patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _patterns(pattern, route)
        else:
            yield route, pattern


def our_screens() -> Iterator[Screen]:
    """Screens of our models and of our views, but for those that Wagtail guards like the ones beside."""
    for route, pattern in _patterns(get_resolver()):
        view = pattern.callback
        model = getattr(view, "view_initkwargs", {}).get("model")
        model = apps.get_model(model) if isinstance(model, str) else model
        source = model or getattr(view, "view_class", view)
        ours = route.startswith("cms/") and source.__module__.split(".")[0] in OURS
        is_door = pattern.name == "staff_door"
        if ours and not is_door and "/choose/" not in route and not str(pattern.name).endswith(WAGTAILS):
            yield Screen(route.removeprefix("cms/"), str(pattern.name), model)


@pytest.fixture
def a_checked_import(demo_database: None) -> None:
    """No worker runs here: the demo's import waits to be checked."""
    run = ImportRun.objects.get()
    check_file.call(run.pk, str(run.progress_id))


@pytest.fixture
def people(demo_database: None) -> Iterator[dict[Role, Client]]:
    """One person of each role, signed in."""
    with known_by_heart():
        yield {role: of_the_office(role) for role in Role}


def pressed_or_opened(client: Client, address: str) -> HttpResponseBase:
    """Open the address; where it is a button's, press it."""
    response = opened(client, address)
    return client.post(address) if response.status_code == 405 else response


def test_no_role_opens_the_screens_of_others(people: dict[Role, Client], a_checked_import: None) -> None:
    screens = list(our_screens())
    assert len(screens) > 100, "the addresses of the admin are no longer found"
    let_in = []
    for screen in screens:
        address = screen.address
        for role in sorted(set(Role) - screen.allowed):
            response = pressed_or_opened(people[role], address)
            # Back to the panel, which says so in a sentence: nobody is left in front of a closed door.
            is_turned_away = response.status_code == 302 and response["Location"] == "/cms/"
            # What others import is not there for who imports other things.
            is_absent = response.status_code == 404 and role in SCREENS["importazioni/"].reads
            if not is_turned_away and not is_absent:
                let_in.append((role.value, address, response.status_code))
    assert not let_in, "\n".join(map(str, sorted(let_in)))


def test_every_role_opens_its_own_screens(people: dict[Role, Client], a_checked_import: None) -> None:
    shut_out = []
    for screen in our_screens():
        address = screen.address
        for turn, role in enumerate(sorted(screen.allowed)[: None if screen.name in TRIED_BY_ALL else 1]):
            # Drawn for the first of them.
            with drawing_nothing() if turn else nullcontext():
                response = opened(people[role], address)
            # What is still used cannot be deleted: its screen leads to where that is told.
            is_refused = response.status_code == 302 and response["Location"] == "/cms/"
            if response.status_code not in {200, 302, 405} or is_refused:
                shut_out.append((role.value, address, response.status_code))
    assert not shut_out, "\n".join(map(str, sorted(shut_out)))


def test_a_refusal_says_why_on_the_panel(people: dict[Role, Client]) -> None:
    answer = people[Role.EVALUATOR].get("/cms/bandi/", follow=True)
    assert answer.redirect_chain == [("/cms/", 302)]
    assert "non hai i permessi" in answer.content.decode().lower()


def test_who_has_no_role_is_asked_to_sign_in_as_staff(people: dict[Role, Client]) -> None:
    citizen = Client()
    citizen.force_login(UserFactory())
    for screen in our_screens():
        if screen.name in TRIED_BY_ALL:
            for client in (citizen, Client()):
                assert client.get(screen.address)["Location"].startswith("/cms/login/"), screen.route
    refusal = citizen.get("/cms/login/")
    assert refusal.status_code == 403
    assert "Torna alla tua area riservata" in refusal.content.decode()
    assert Client().get("/cms/login/?next=/cms/bandi/")["Location"] == "/accedi/login/?next=%2Fcms%2Fbandi%2F"
