"""Django looks for an app's models here; each concept keeps its own."""

from .feedback.models import PageRating
from .landing.models import HomePage
from .legal.models import LegalPage
from .news.models import NewsIndexPage, NewsPage
from .sections.models import InformationPage, SectionPage, SectionsIndexPage

__all__ = [
    "HomePage",
    "InformationPage",
    "LegalPage",
    "NewsIndexPage",
    "NewsPage",
    "PageRating",
    "SectionPage",
    "SectionsIndexPage",
]
