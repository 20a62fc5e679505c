"""Addresses of this app: those in every language, and (`root_urlpatterns`) those of the whole site."""

from django.urls import URLPattern, URLResolver, path

from .api.views import api, api_description, api_list, api_one
from .feedback.views import feedback
from .navigation.views import FaviconView, robots, sitemap
from .outlets.preview import link_picture
from .outlets.views import kind_calendar, kind_feed, topic_calendar, topic_feed
from .reserved.views import reserved_area
from .search.views import search, suggestions
from .topics.views import topic, topics

urlpatterns: list[URLPattern | URLResolver] = [
    path("cerca/", search, name="search"),
    path("cerca/suggerimenti/", suggestions, name="search_suggestions"),
    path("argomenti/", topics, name="topics"),
    path("argomenti/<slug:slug>/", topic, name="topic"),
    path("api/v1/", api, name="api"),
    path("api/v1/openapi.json", api_description, name="api_description"),
    path("api/v1/<slug:key>/", api_list, name="api_list"),
    path("api/v1/<slug:key>/<int:page_id>/", api_one, name="api_one"),
    path("feed/argomenti/<slug:slug>.rss", topic_feed, name="topic_feed"),
    path("feed/argomenti/<slug:slug>.ics", topic_calendar, name="topic_calendar"),
    path("feed/<slug:kind>.rss", kind_feed, name="kind_feed"),
    path("feed/<slug:kind>.ics", kind_calendar, name="kind_calendar"),
    path("anteprime/<int:page_id>-<slug:words>.png", link_picture, name="link_picture"),
    path("valutazione/", feedback, name="feedback"),
    path("area-riservata/", reserved_area, name="reserved_area"),
]

root_urlpatterns: list[URLPattern | URLResolver] = [
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", sitemap, name="sitemap"),
    path("favicon.ico", FaviconView.as_view(), name="favicon"),
]
