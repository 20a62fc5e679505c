"""A teacher signs classes up to a project with limited places: by keyboard, and without JavaScript."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.support.keyboard import choose, press, rewrite, write
from tests.support.pages import (
    DEMO_PASSWORD,
    DESKTOP,
    PHONE,
    Watch,
    assert_accessible,
    assert_no_cookies,
    assert_no_horizontal_scroll,
    assert_usable,
    set_width,
    sign_in,
)
from tests.support.running_site import RunningSite
from tests.support.smtp import Inbox

TEACHER = "insegnante@demo.example"
# A project of its own for each test, copied from one of the demo: with one place and no class.
MAKE_PROJECT = """
from datetime import timedelta
from django.utils import timezone
from campaigns.projects.catalogue.models import Edition, ProjectAudience, SchoolProject
from campaigns.projects.catalogue.pages import SchoolProjectPage, SchoolProjectsIndexPage
from campaigns.projects.catalogue.queries import this_school_year
project = SchoolProject(title="{title}", pupils_do="Misurano la strada.", meetings_count=3)
project.audiences = [ProjectAudience(order="primaria", grade_from=1, grade_to=5)]
project.save()
now = timezone.now()
Edition.objects.create(project=project, school_year=this_school_year(), places=1,
    opens_at=now - timedelta(days=1), closes_at=now + timedelta(days=9))
page = SchoolProjectPage(title="{title}", slug="{slug}", summary="Un posto solo.", project=project)
SchoolProjectsIndexPage.objects.get().add_child(instance=page)
"""


def make_project(site: RunningSite, title: str, slug: str) -> str:
    """Create a project with one place; return its page's path."""
    site.run_python(MAKE_PROJECT.format(title=title, slug=slug))
    return f"/progetti-scuole/{slug}/"


@pytest.fixture
def plain_page(browser: Browser, site: RunningSite, watch: Watch) -> Iterator[Page]:
    """A browser without JavaScript."""
    context: BrowserContext = browser.new_context(
        base_url=site.url, java_script_enabled=False, locale="it-IT"
    )
    yield context.new_page()
    context.close()


def sign_up(page: Page, label: str) -> None:
    """Fill the form with the keyboard, and go on to review it."""
    rewrite(page, page.locator("input[name=class_label]"), label)
    choose(page, page.get_by_label("Anno della classe"), "3")
    rewrite(page, page.get_by_label("Quanti alunni"), "21")
    press(page, page.get_by_role("button", name="Continua e controlla"))
    expect(page.get_by_role("heading", name="Controlla e invia")).to_be_visible()
    expect(page.get_by_text(label, exact=True)).to_be_visible()


def test_a_teacher_gets_the_last_place_and_the_next_class_waits(
    page: Page, site: RunningSite, inbox: Inbox
) -> None:
    path = make_project(site, "Metro e gessetto", "metro-e-gessetto")
    set_width(page, PHONE)
    page.goto(path)
    expect(page.get_by_role("heading", name="È rimasto 1 posto per una classe")).to_be_visible()
    assert_accessible(page)
    assert_no_horizontal_scroll(page)
    assert_no_cookies(page.context)

    # The button asks to sign in, then goes on from where the teacher was.
    press(page, page.get_by_role("link", name="Iscrivi una classe").first)
    write(page, page.get_by_label("E-mail"), TEACHER)
    write(page, page.locator("input[name=password]"), DEMO_PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Iscrivi una classe")
    assert_accessible(page)
    assert_no_horizontal_scroll(page)
    sign_up(page, "3M")
    assert_accessible(page)
    press(page, page.get_by_role("button", name="Iscrivi la classe"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Fatto: la classe partecipa")
    assert_accessible(page)
    assert_no_horizontal_scroll(page)
    first = urlsplit(page.url).path
    mail = inbox.wait_for(TEACHER, subject="3M partecipa")
    body = mail.get_body(("plain",))
    assert body is not None
    assert first in body.get_content()

    set_width(page, DESKTOP)
    page.goto(path)
    expect(page.get_by_role("heading", name="Posti esauriti")).to_be_visible()
    page.get_by_role("link", name="Mettiti in lista d’attesa").first.click()
    sign_up(page, "3N")
    press(page, page.get_by_role("button", name="Mettiti in lista d’attesa"))
    expect(page.get_by_role("heading", level=1)).to_have_text("La classe è in lista d’attesa")
    expect(page.get_by_text(re.compile("In fila è al posto 1"))).to_be_visible()
    second = urlsplit(page.url).path
    inbox.wait_for(TEACHER, subject="3N è in lista d’attesa")

    # The first class gives up: the one that waits gets its place and is told.
    page.goto(first)
    press(page, page.get_by_role("link", name="Annulla l’adesione"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Annullare l’adesione?")
    assert_accessible(page)
    press(page, page.get_by_role("button", name="Annulla l’adesione"))
    expect(page.get_by_role("heading", level=1)).to_have_text("L’adesione è annullata")
    page.goto(second)
    expect(page.get_by_role("heading", level=1)).to_have_text("La classe 3N partecipa")
    inbox.wait_for(TEACHER, subject="C’è un posto per la classe 3N")
    page.goto("/area-riservata/adesioni/")
    expect(page.get_by_role("link", name="3N: Metro e gessetto")).to_be_visible()
    assert_accessible(page)


def test_signing_up_works_without_javascript(plain_page: Page, site: RunningSite) -> None:
    path = make_project(site, "Carta e forbici", "carta-e-forbici")
    sign_in(plain_page, TEACHER)
    plain_page.goto(path)
    plain_page.get_by_role("link", name="Iscrivi una classe").first.click()
    sign_up(plain_page, "3P")
    # Something to correct: what was typed is still there.
    plain_page.get_by_role("button", name="Correggi qualcosa").click()
    expect(plain_page.get_by_label("Quanti alunni")).to_have_value("21")
    sign_up(plain_page, "3Q")
    plain_page.get_by_role("button", name="Iscrivi la classe").click()
    expect(plain_page.get_by_role("heading", level=1)).to_have_text("Fatto: la classe partecipa")


def test_a_note_with_pupils_names_is_stopped_and_a_false_alarm_is_not(
    page: Page, site: RunningSite, watch: Watch
) -> None:
    watch.expect("422")
    path = make_project(site, "Nomi e cognomi", "nomi-e-cognomi")
    sign_in(page, TEACHER)
    page.goto(path)
    page.get_by_role("link", name="Iscrivi una classe").first.click()
    page.get_by_label("Che cosa deve sapere l’ufficio").fill("Rossi Maria\nBianchi Leo\nVerdi Anna")
    page.locator("input[name=class_label]").fill("3R")
    page.get_by_label("Anno della classe").select_option(label="3ª")
    page.get_by_label("Quanti alunni").fill("21")
    page.get_by_role("button", name="Continua e controlla").click()
    expect(page.get_by_text("Il testo sembra contenere un elenco di nomi", exact=False).first).to_be_visible()
    assert_accessible(page)
    page.get_by_label("Ho controllato: il testo non contiene dati", exact=False).check()
    page.get_by_role("button", name="Continua e controlla").click()
    expect(page.get_by_role("heading", name="Controlla e invia")).to_be_visible()


def test_the_catalogue_is_filtered_by_plain_links(page: Page) -> None:
    page.goto("/progetti-scuole/")
    everything = page.locator("main article").count()
    page.get_by_role("link", name="Secondaria di secondo grado").click()
    expect(page).to_have_url(re.compile("ordine=secondaria_ii"))
    some = page.locator("main article").count()
    assert 0 < some < everything
    assert_usable(page)
    assert_no_cookies(page.context)
