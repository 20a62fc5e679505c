"""The gallery of components is for who develops."""

from __future__ import annotations

import runpy

import pytest
from django.conf import LazySettings

from tests.support.environment import ROOT


@pytest.mark.parametrize("debug", [False, True])
def test_the_gallery_is_served_in_development_only(debug: bool, settings: LazySettings) -> None:
    """The module that gathers the addresses is read anew: it looks at the settings once."""
    settings.DEBUG = debug
    addresses = runpy.run_path(str(ROOT / "site/vicinia/urls.py"))["urlpatterns"]
    assert ("componenti/" in [str(address.pattern) for address in addresses]) == debug
