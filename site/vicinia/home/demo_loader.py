"""Loads the demo's own pages: home, areas, information, legal pages, news; then the English ones."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.models import Locale, Page

from vicinia.core.demo import moment, read_yaml
from vicinia.core.demo_blocks import demo_blocks
from vicinia.core.demo_content import body, picture, prose
from vicinia.core.pages.tree import ensure_page, home_page
from vicinia.core.silence.models import ElectionSilence
from vicinia.territory.models import Topic, Unit, WorkArea

from .landing.models import HomePage
from .legal.models import LegalKind, LegalPage
from .news.models import NewsIndexPage, NewsKind, NewsPage
from .sections.models import InformationPage, SectionPage, SectionsIndexPage

FILE = Path(__file__).parent / "demo" / "pages.yaml"
LEGAL_KINDS = {
    "domande-frequenti": LegalKind.FAQ,
    "prenota-un-appuntamento": LegalKind.APPOINTMENT,
    "segnala-un-disservizio": LegalKind.REPORT,
    "dichiarazione-di-accessibilita": LegalKind.ACCESSIBILITY,
    "privacy": LegalKind.PRIVACY,
    "note-legali": LegalKind.LEGAL_NOTES,
    "media-policy": LegalKind.MEDIA_POLICY,
}
NEWS_KINDS = {"Notizia": NewsKind.NEWS, "Comunicato": NewsKind.PRESS, "Avviso": NewsKind.NOTICE}
SECTION_TOPICS = {
    "programmazione": ["trasparenza-amministrativa"],
    "servizi-sociali": ["assistenza-sociale"],
    "inclusione": ["integrazione-sociale", "immigrazione", "assistenza-agli-invalidi"],
    "salute": ["igiene-pubblica", "sport"],
    "terzo-settore": ["associazioni"],
    "casa": ["residenza"],
    "minori-famiglie": ["istruzione", "prodotti-alimentari"],
    "emergenze": ["risposta-alle-emergenze"],
    "monitoraggio": ["trasparenza-amministrativa"],
    "educazione": ["istruzione", "prodotti-alimentari", "igiene-pubblica"],
}
MENU = ("aree", "servizi", "campagne", "bandi", "progetti-scuole", "eventi", "notizie")


@transaction.atomic
def load_pages() -> None:
    """Create the pages that are not there yet."""
    content = read_yaml(FILE)
    home = HomePage.objects.get(pk=home_page().pk)
    if not home.headline:
        fill_home(home, content["home"], content["home"]["needs"])
    load_sections(home, content["sections"])
    for entry in content["information"]:
        load_information(home, entry)
    ensure_page(
        home,
        LegalPage(
            title="Mappa del sito",
            slug="mappa-del-sito",
            kind=LegalKind.SITE_MAP,
            summary="Tutte le pagine di questo sito, una sotto l’altra.",
        ),
    )
    for silence in content["silences"]:
        days = {name: moment(silence[name]).date() for name in ("starts_on", "ends_on")}
        ElectionSilence.objects.get_or_create(name=silence["name"], defaults=days)
    load_news(home, content["news"])
    load_english(home, content["en"], content["home"]["needs"])


def fill_home(home: HomePage, entry: dict[str, Any], needs: list[dict[str, Any]]) -> None:
    """Write the home page; `needs` of another language keep the addresses of the first."""
    targets = {need["key"]: need["target"] for need in needs}
    home.title = "Home"
    home.headline = entry["title"]
    home.summary = entry["lead"]
    home.image = picture(entry.get("image"))
    home.search_examples = [("example", example) for example in entry["search_examples"]]
    home.needs_title = entry["needs_title"]
    home.needs = [
        ("need", {"label": need["label"], "hint": need["hint"], "url": targets[need["key"]]})
        for need in entry["needs"]
    ]
    home.numbers_title = entry["numbers_title"]
    home.save_revision().publish()


def load_sections(home: Page, entries: list[dict[str, Any]]) -> None:
    """Create the ten areas of the office."""
    parent = ensure_page(
        home,
        SectionsIndexPage(
            title="Di che cosa ci occupiamo",
            slug="aree",
            summary="Dieci aree, un solo ufficio: scegli quella che ti riguarda.",
            show_in_menus=True,
        ),
    )
    for entry in entries:
        page = SectionPage(
            title=entry["title"],
            slug=entry["key"],
            summary=entry["intro"],
            image=picture(entry["image"]),
            image_alt=entry["image_alt"],
            body=[*body(entry["body"]), *demo_blocks(entry.get("blocks", ()))],
            area=WorkArea.objects.get(slug=entry["key"]),
            show_in_menus=True,
        )
        page.topics.set(Topic.objects.filter(slug__in=SECTION_TOPICS[entry["key"]]))
        ensure_page(parent, page)


def load_information(home: Page, entry: dict[str, Any]) -> None:
    """Create an information page, or one of those that the law asks for."""
    fields = {
        "title": entry["title"],
        "slug": entry["key"],
        "summary": entry["lead"],
        "image": picture(entry["image"]),
        "image_alt": entry.get("image_alt", ""),
        "body": [
            *questions(entry.get("questions", [])),
            *body(entry["body"]),
            *demo_blocks(entry.get("blocks", ())),
        ],
    }
    if kind := LEGAL_KINDS.get(entry["key"]):
        ensure_page(home, LegalPage(kind=kind, updated_on=timezone.localdate(), **fields))
        return
    section = SectionPage.objects.filter(slug=entry["section"]).first() if entry["section"] else None
    ensure_page(section or home, InformationPage(**fields))


def questions(entries: list[dict[str, Any]]) -> list[tuple[str, Any]]:
    """Return the questions by group, each group under its heading."""
    blocks: list[tuple[str, Any]] = []
    for group in dict.fromkeys(entry["group"] for entry in entries):
        asked = [entry for entry in entries if entry["group"] == group]
        blocks.append(("text", f"<h2>{group}</h2>"))
        blocks.append(
            (
                "questions",
                [{"question": each["question"], "answer": prose(each["answer"])} for each in asked],
            )
        )
    return blocks


def load_news(home: Page, entries: list[dict[str, Any]]) -> None:
    """Create the news."""
    parent = ensure_page(
        home,
        NewsIndexPage(
            title="Notizie",
            slug="notizie",
            summary="Che cosa cambia nei servizi, nei bandi e nei quartieri.",
            show_in_menus=True,
        ),
    )
    for entry in entries:
        page = NewsPage(
            title=entry["title"],
            slug=entry["key"],
            summary=entry["short"],
            kind=NEWS_KINDS[entry["kind"]],
            published_on=moment(entry["date"]).date(),
            unit=Unit.objects.get(slug=entry["by"]),
            image=picture(entry["image"]),
            image_alt=entry["image_alt"],
            body=body(entry["body"]),
        )
        page.topics.set(Topic.objects.filter(slug__in=entry["topics"]))
        ensure_page(parent, page)


def load_english(home: HomePage, content: dict[str, Any], needs: list[dict[str, Any]]) -> None:
    """Translate the home page and a few others."""
    locale, _created = Locale.objects.get_or_create(language_code="en")
    english = home.get_translation_or_none(locale)
    if english is None:
        english = home.copy_for_translation(locale)
        fill_home(english, content["home"], needs)
    for entry in content["pages"]:
        original = InformationPage.objects.filter(slug=entry["key"], locale=home.locale).first()
        if original and original.has_translation(locale):
            continue
        if original:
            page = original.copy_for_translation(locale)
            page.title, page.slug, page.summary = entry["title"], entry["key"], entry["lead"]
            page.body, page.show_in_menus = body(entry["body"]), True
            page.save_revision().publish()
        else:
            ensure_page(
                english,
                InformationPage(
                    title=entry["title"],
                    slug=entry["key"],
                    summary=entry["lead"],
                    body=body(entry["body"]),
                    show_in_menus=True,
                ),
            )
        english.refresh_from_db()


def arrange_menu() -> None:
    """Put the entries of the menu in the order people look for them; registered after every loader."""
    home = home_page()
    pages = {page.slug: page for page in home.get_children().filter(slug__in=MENU)}
    if list(pages) == [slug for slug in MENU if slug in pages]:
        return
    for slug in MENU:
        if slug in pages:
            pages[slug].refresh_from_db()
            pages[slug].move(home, pos="last-child")
            home.refresh_from_db()
