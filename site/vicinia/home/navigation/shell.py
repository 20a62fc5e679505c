"""What surrounds every page, read once for each generation of the page cache."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import get_language, gettext
from wagtail.models import Page, Site

from campaigns.newsletter.subscriptions.queries import has_topics
from vicinia.core.components import Contacts, Link, LinkGroup, MenuItem, Shell
from vicinia.core.page_cache.kept import KeptByGeneration
from vicinia.core.pages.breadcrumbs import HOME_DEPTH, home_url
from vicinia.core.pages.published import active_locale_id, default_locale_id, published
from vicinia.emergencies.banners.queries import current_banner
from vicinia.home.legal.models import LegalKind, LegalPage
from vicinia.territory.letterhead.models import Letterhead
from vicinia.territory.letterhead.queries import letterhead

from .languages import site_languages

_kept: KeptByGeneration[Shell] = KeptByGeneration()


def shell_for(site: Site | None) -> Shell:
    """Return the shell in the active language; no query unless something was published since."""
    return _kept.get((site.pk if site else 0, get_language()), lambda: build_shell(site))


def build_shell(site: Site | None) -> Shell:
    """Read the shell: municipality, menu, pages asked by law, banner (six queries)."""
    who = letterhead()
    pages = shown_pages()
    menu = read_menu(pages)
    legal = legal_links()
    return Shell(
        municipality=who.full_name,
        office=who.office,
        tagline=who.tagline,
        home_url=home_url(),
        region=Link(who.region_name, who.region_url, external=True) if who.region_name else None,
        contacts=contacts_of(who),
        menu=menu,
        languages=site_languages(site),
        footer=footer_columns(menu, pages),
        legal_links=tuple(legal.values()),
        contact_links=tuple(contact_links(who, legal)),
        problem_links=(legal[LegalKind.REPORT],) if LegalKind.REPORT in legal else (),
        banner=current_banner(),
        search_url=reverse("search"),
        account_url=reverse("reserved_area"),
        feedback_url=reverse("feedback"),
        newsletter_url=reverse("newsletter:subscribe") if has_topics() else "",
    )


def contacts_of(who: Letterhead) -> Contacts:
    """Return how to reach the municipality."""
    address = f"{who.address}, {who.postcode}" if who.postcode else who.address
    return Contacts(address, who.phone, who.email, who.pec, who.tax_code, who.hours)


def shown_pages() -> list[Page]:
    """Return the pages of menu and foot in this language: those flagged, and the information pages on top."""
    flagged = Q(show_in_menus=True, depth__lte=HOME_DEPTH + 2)
    about = Q(depth=HOME_DEPTH + 1, content_type__app_label="home", content_type__model="informationpage")
    pages = published(Page.objects.filter(flagged | about, depth__gt=HOME_DEPTH))
    return list(pages.order_by("path").select_related("locale"))


def read_menu(pages: list[Page]) -> tuple[MenuItem, ...]:
    """Return the pages flagged for menus under the home page, two levels deep."""
    tops = [page for page in pages if page.depth == HOME_DEPTH + 1 and page.show_in_menus]
    return tuple(
        MenuItem(
            label=top.title,
            url=top.url or "",
            children=tuple(MenuItem(page.title, page.url or "") for page in pages if page.is_child_of(top)),
        )
        for top in tops
    )


def legal_links() -> dict[str, Link]:
    """Return the links the law asks for, in the order of LegalKind, of those that are published.

    A language that lacks one of the pages links the one in the default language.
    """
    found: dict[str, LegalPage] = {}
    active = active_locale_id()
    for page in (
        LegalPage.objects.live().filter(locale__in={active, default_locale_id()}).select_related("locale")
    ):
        if page.kind not in found or page.locale_id == active:
            found[page.kind] = page
    return {kind.value: legal_link(found[kind], active) for kind in LegalKind if kind in found}


def legal_link(page: LegalPage, active: int) -> Link:
    """Return the link of a page; in another language it says so to who has it read aloud."""
    lang = "" if page.locale_id == active else page.locale.language_code
    return Link(page.title, page.url or "", data_element=page.kind, lang=lang)


def footer_columns(menu: Iterable[MenuItem], pages: Iterable[Page]) -> tuple[LinkGroup, ...]:
    """Return a column for each menu entry that has its own entries, one for the others, one about us."""
    items = list(menu)
    about = [page for page in pages if page.depth == HOME_DEPTH + 1 and not page.show_in_menus]
    columns = [
        LinkGroup(item.label, tuple(Link(child.label, child.url) for child in item.children), url=item.url)
        for item in items
        if item.children
    ]
    columns.append(
        LinkGroup(
            gettext("On this site"), tuple(Link(item.label, item.url) for item in items if not item.children)
        )
    )
    columns.append(
        LinkGroup(
            gettext("The office"),
            (
                *(Link(page.title, page.url or "") for page in about),
                Link(gettext("Places"), reverse("places")),
                Link(gettext("Associations"), reverse("associations:list")),
                Link(gettext("All topics"), reverse("topics"), data_element="all-topics"),
                Link(gettext("Data for programs"), reverse("api")),
            ),
        )
    )
    return tuple(column for column in columns if column.links)


def contact_links(who: Letterhead, legal: dict[str, Link]) -> Iterable[Link]:
    """Return the four ways of the model's "Contatta il comune" box, of those that exist."""
    if faq := legal.get(LegalKind.FAQ):
        yield Link(gettext("Read the frequently asked questions"), faq.url, icon="help-circle")
    if who.email:
        yield Link(gettext("Ask for help by e-mail"), f"mailto:{who.email}", icon="mail")
    if who.phone:
        yield Link(
            gettext("Call %(phone)s") % {"phone": who.phone},
            f"tel:{who.phone.replace(' ', '')}",
            icon="telephone",
        )
    if booking := legal.get(LegalKind.APPOINTMENT):
        yield Link(gettext("Book an appointment"), booking.url, icon="calendar")
