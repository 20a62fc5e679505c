"""In which ways data are seen."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Way(models.TextChoices):
    """How much a person of the office could see at once."""

    LIST = "list", pgettext_lazy("trace", "in a list")
    PAGE = "page", pgettext_lazy("trace", "on its own page")
    FILE = "file", pgettext_lazy("trace", "in a file")
    EXPORT = "export", _("in an export")
