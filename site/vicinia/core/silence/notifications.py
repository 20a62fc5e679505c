"""The mail to the author of a page that waits."""

from __future__ import annotations

from django.contrib.auth import get_user_model
from wagtail.models import Page

from vicinia.core import events, mail
from vicinia.core.formats import long_date

from .events import PublicationHeld
from .models import ElectionSilence
from .services import day_after


@events.on(PublicationHeld)
def tell_the_author(event: PublicationHeld) -> None:
    """Say that the page waits, until when, and what to do if it cannot."""
    author = get_user_model().objects.filter(pk=event.author_id or 0, is_active=True).first()
    if author is None:
        return
    silence, page = ElectionSilence.objects.get(pk=event.silence_id), Page.objects.get(pk=event.page_id)
    context = {
        "title": page.title,
        "silence": silence,
        "back_on": long_date(day_after(silence)),
        "action_url": mail.link("wagtailadmin_pages:edit", page.pk, language=author.language),
    }
    mail.send("core/publication_held", to=[author.email], context=context, language=author.language)
