"""What Wagtail's Italian leaves in English: named here, these strings are translated with ours.

Translations of the project come before those of the packages, so that nothing else is needed.
"""

from django.utils.translation import gettext_noop

WAGTAIL_WORDS = (
    gettext_noop("Actions (footer)"),
    gettext_noop("Live"),
    gettext_noop("live"),
    gettext_noop("Root"),
)
