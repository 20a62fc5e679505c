"""Pages of the site's own app, and where every page goes: below the home page that migrations make."""

from __future__ import annotations

from typing import Any, TypeVar

import factory
from django.utils import timezone
from wagtail.models import Locale, Page
from wagtail.signal_handlers import disable_reference_index_auto_update
from wagtail_factories import PageFactory

from tests.factories.territory import UnitFactory
from vicinia.core.pages.tree import home_page
from vicinia.home.landing.models import HomePage
from vicinia.home.legal.models import LegalKind, LegalPage
from vicinia.home.news.models import NewsIndexPage, NewsPage
from vicinia.home.sections.models import InformationPage, SectionPage, SectionsIndexPage

AnyPage = TypeVar("AnyPage", bound=Page)


def home() -> HomePage:
    """The first page of the site, as it is now in the database."""
    page: HomePage = home_page()  # type: ignore[assignment]
    return page


def english_home() -> HomePage:
    """The first page in English, made the first time."""
    locale, _created = Locale.objects.get_or_create(language_code="en")
    page: HomePage = home().get_translation_or_none(locale) or home().copy_for_translation(locale)
    page.save_revision().publish()
    return HomePage.objects.get(pk=page.pk)


def list_page(model: type[AnyPage], slug: str, title: str, *, parent: Page | None = None) -> AnyPage:
    """The list of a kind of page, right below the home page; made the first time."""
    above = parent or home()
    found: AnyPage | None = model.objects.child_of(above).first()
    if found is None:
        found = model(title=title, slug=slug, locale=above.locale)
        with disable_reference_index_auto_update():
            above.add_child(instance=found)
    return found


def sections_index() -> SectionsIndexPage:
    """The list of areas."""
    return list_page(SectionsIndexPage, "aree", "Di che cosa ci occupiamo")


def news_index() -> NewsIndexPage:
    """The list of news."""
    return list_page(NewsIndexPage, "notizie", "Notizie")


class PublicPageFactory(PageFactory):
    """A published page below the home page; `parent` says otherwise."""

    class Meta:
        abstract = True

    title = factory.Sequence(lambda number: f"Pagina {number:04d}")
    summary = "Una frase che la descrive."
    parent = None

    @staticmethod
    def usual_parent() -> Page:
        """Where a page goes; asked only when one is really made, so that building thousands is cheap."""
        return home()

    @classmethod
    def _create(cls, model_class: type[Page], *args: Any, **fields: Any) -> Page:
        fields["parent"] = fields["parent"] or cls.usual_parent()
        # Who points to what is read by no page: writing it down would take half of a page's time.
        with disable_reference_index_auto_update():
            page: Page = super()._create(model_class, *args, **fields)
        return page


class InformationPageFactory(PublicPageFactory):
    """A page that explains something."""

    class Meta:
        model = InformationPage


class LegalPageFactory(PublicPageFactory):
    """A page that the law asks for."""

    class Meta:
        model = LegalPage

    kind = LegalKind.PRIVACY


class SectionPageFactory(PublicPageFactory):
    """One area of the office."""

    class Meta:
        model = SectionPage

    title = factory.Sequence(lambda number: f"Area {number:04d}")
    usual_parent = staticmethod(sections_index)


class NewsPageFactory(PublicPageFactory):
    """A news item of today."""

    class Meta:
        model = NewsPage

    title = factory.Sequence(lambda number: f"Notizia {number:04d}")
    usual_parent = staticmethod(news_index)
    unit = factory.SubFactory(UnitFactory)
    published_on = factory.LazyFunction(timezone.localdate)
    body = [("text", "<p>Che cosa cambia da oggi.</p>")]
