"""Error pages stand on their own: what failed may be the database, the context or the static files."""

import pytest
from django.template.loader import get_template

from vicinia.core.gallery.examples.shell import SHELL

PAGES = ["400.html", "403.html", "403_csrf.html", "404.html", "429.html", "expired.html", "500.html"]


@pytest.mark.parametrize("name", PAGES)
def test_it_renders_without_a_request_and_has_a_way_out(name: str) -> None:
    html = get_template(name).render({})
    assert 'href="/"' in html
    assert html.count("<h1") == 1


@pytest.mark.parametrize("name", PAGES[:-1])
def test_it_keeps_the_site_around_it_when_it_can(name: str) -> None:
    assert "Comune di Valdoro" in get_template(name).render({"shell": SHELL})


def test_a_failure_page_asks_nothing_of_the_static_manifest(settings) -> None:
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
    }
    assert "site.css" in get_template("500.html").render({})
