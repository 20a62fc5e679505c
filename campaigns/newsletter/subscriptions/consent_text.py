"""The sentence that a person agrees to. A change of words is a new version, never an edit of an old one.

Source: GDPR arts. 4(11), 7 and 13 (specific, informed, as easy to withdraw as to give).
"""

from django.utils.translation import gettext as _

VERSION = "2026-11"


def current_text() -> str:
    """Return the sentence in the reader's language, as the form shows it and the ledger keeps it."""
    return _(
        "I agree to receive by e-mail the news of the office for social policies on the topics I chose. "
        "I can change my mind at any time with the link in every message. My address is used for this "
        "alone, and nobody measures what I read."
    )
