"""The groups of the editor's list of blocks."""

from django.utils.translation import gettext_lazy as _

WORDS = _("Words")
PICTURES = _("Pictures and videos")
FIGURES = _("Figures")
LINKS = _("Files, people, pages")
