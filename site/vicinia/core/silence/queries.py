"""Whether an administration must be silent, and about what."""

from __future__ import annotations

from datetime import date

from wagtail.models import Page

from vicinia.core.pages.base import BasePage

from .models import ElectionSilence, IndispensablePage


def silence_on(day: date) -> ElectionSilence | None:
    """Return the silence in force on a day, the one that ends last when there are two."""
    in_force = ElectionSilence.objects.filter(starts_on__lte=day, ends_on__gte=day)
    return in_force.order_by("-ends_on", "pk").first()


def silence_for(page: Page, day: date) -> ElectionSilence | None:
    """Return the silence that keeps a page in on a day; None when it may go out."""
    silence = silence_on(day)
    if silence is None:
        return None
    kind = page.specific_class
    if kind is not None and issubclass(kind, BasePage) and kind.goes_out_in_silence:
        return None
    is_said = IndispensablePage.objects.filter(silence=silence, page_id=page.pk).exists()
    return None if is_said else silence
