"""The web server's entry point."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vicinia.settings.dev")

# What loads stays: looking for garbage in it would take a third of every start.
gc.disable()
django_application = get_wsgi_application()

# Below, so that settings are read first.
from vicinia.core.page_cache.front import with_page_cache  # noqa: E402

application = with_page_cache(django_application)
gc.freeze()
gc.enable()
