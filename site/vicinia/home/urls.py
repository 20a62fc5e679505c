"""Addresses of this app: those in every language, and (`root_urlpatterns`) those of the whole site."""

from django.urls import URLPattern, URLResolver, path

from .feedback.views import feedback
from .navigation.views import FaviconView, robots, sitemap
from .reserved.views import reserved_area
from .search.views import search, suggestions
from .topics.views import topic, topics

urlpatterns: list[URLPattern | URLResolver] = [
    path("cerca/", search, name="search"),
    path("cerca/suggerimenti/", suggestions, name="search_suggestions"),
    path("argomenti/", topics, name="topics"),
    path("argomenti/<slug:slug>/", topic, name="topic"),
    path("valutazione/", feedback, name="feedback"),
    path("area-riservata/", reserved_area, name="reserved_area"),
]

root_urlpatterns: list[URLPattern | URLResolver] = [
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", sitemap, name="sitemap"),
    path("favicon.ico", FaviconView.as_view(), name="favicon"),
]
