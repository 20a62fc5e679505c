"""Turning an issue into the words of a mail.

The words are the same for everybody save the two personal links, so they are rendered once and the
links are put in their place for each recipient.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation

from vicinia.core.mail import link
from vicinia.core.pages.mail_cards import MailCard, mail_card

from .models import Issue, IssueItem

# Stand for the recipient's own links until `personal` puts them in. No character that HTML escapes.
LEAVING = "@@leaving-link@@"
PREFERENCES = "@@preferences-link@@"


@dataclass(frozen=True)
class Words:
    """An issue as text and as HTML."""

    subject: str
    text: str
    html: str

    def personal(self, *, leaving_url: str, preferences_url: str) -> Words:
        """Return the words for one recipient."""
        return replace(
            self,
            text=self.text.replace(LEAVING, leaving_url).replace(PREFERENCES, preferences_url),
            html=self.html.replace(LEAVING, leaving_url).replace(PREFERENCES, preferences_url),
        )


def cards_of(items: Sequence[IssueItem]) -> list[MailCard]:
    """The cards of an issue's pages in their order, with the issue's own words where it has some."""
    cards = []
    for item in items:
        if not item.page.live:
            continue
        card = mail_card(item.page)
        cards.append(replace(card, summary=item.note) if item.note else card)
    return cards


def live_items(issue: Issue) -> list[IssueItem]:
    """The issue's pages that the public can open, in order."""
    return list(issue.items.filter(page__live=True).select_related("page").order_by("sort_order"))


def words(issue: Issue, cards: Sequence[MailCard], link_url: Callable[[int, MailCard], str]) -> Words:
    """Render an issue; `link_url(position, card)` gives the address behind each card."""
    linked = [replace(card, url=link_url(position, card)) for position, card in enumerate(cards, start=1)]
    with translation.override(issue.language):
        context = {
            "issue": issue,
            "cards": linked,
            "base_url": settings.BASE_URL,
            "leaving_url": LEAVING,
            "preferences_url": PREFERENCES,
        }
        return Words(
            subject=issue.subject,
            text=render_to_string("emails/newsletter/issue.txt", context),
            html=render_to_string("emails/newsletter/issue.html", context),
        )


def preview(issue: Issue) -> Words:
    """The issue as it would go out now, with plain links that nothing counts."""
    page = link("newsletter:subscribe", language=issue.language)
    drawn = words(issue, cards_of(live_items(issue)), lambda _position, card: card.url)
    return drawn.personal(leaving_url=page, preferences_url=page)
