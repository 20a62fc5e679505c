"""What people may write in a field."""

from datetime import date

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from .text import posing_letter

ACTION_STARTS = ("/", "#", "https://", "http://", "tel:", "mailto:")


def validate_action_url(value: str) -> None:
    """Accept a page of this site, a web address, a phone or an e-mail; refuse anything that could run."""
    if not value.lower().startswith(ACTION_STARTS) or value.startswith("//"):
        raise ValidationError(
            _("Start with / for a page of this site, https:// for another site, tel: or mailto:.")
        )


def validate_plain_letters(value: str) -> None:
    """Refuse a name that passes for another one by a letter of another alphabet (a homograph)."""
    if found := posing_letter(value):
        alphabets = {"CYRILLIC": gettext("Cyrillic"), "GREEK": gettext("Greek")}
        raise ValidationError(
            gettext(
                "In the word «%(word)s» the letter «%(letter)s» is %(alphabet)s and only looks like a Latin "
                "one: type the word again. Nothing else was lost."
            )
            % {"word": found.word, "letter": found.letter, "alphabet": alphabets[found.alphabet]},
            code="posing_letter",
        )


def validate_not_future(value: date) -> None:
    """Refuse a day that has not come yet, in the site's time zone."""
    if value > timezone.localdate():
        raise ValidationError(gettext("This day has not come yet: check the date."), code="future")
