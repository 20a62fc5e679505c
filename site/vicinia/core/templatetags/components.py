"""Tags and filters of our templates: `{% load components %}`."""

from __future__ import annotations

import re

from django import template
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from vicinia.core import formats, mail

register = template.Library()
WORD_BREAK = mark_safe("<wbr>")
ADDRESS_PARTS = re.compile(r"(?<=@)|(?=\.)")

register.filter("euro", formats.euro, is_safe=False)
register.filter("number", formats.number, is_safe=False)
register.filter("whole", formats.whole, is_safe=False)
register.filter("long_date", formats.long_date, is_safe=False)
register.filter("long_datetime", formats.long_datetime, is_safe=False)
register.filter("exact_datetime", formats.exact_datetime, is_safe=False)
register.filter("short_date", formats.short_date, is_safe=False)
register.filter("short_datetime", formats.short_datetime, is_safe=False)
register.filter("file_size", formats.file_size, is_safe=False)


@register.simple_tag
def icon(name: str, size: str = "") -> SafeString:
    """Draw a decorative icon of Bootstrap Italia's set (names without `it-`); `size` is "sm" or "lg".

    The build keeps only icons it finds written out in this tag or as the argument `icon=` in Python.
    """
    modifier = f" v-icon--{size}" if size else ""
    return format_html(
        '<svg class="v-icon{}" aria-hidden="true" focusable="false"><use href="{}#{}"></use></svg>',
        modifier,
        static("vicinia/icons.svg"),
        name,
    )


@register.filter
def breakable(address: str) -> SafeString:
    """Let a long e-mail address go to a new line after its @ and before its dots, not inside a word."""
    return format_html_join(WORD_BREAK, "{}", ((part,) for part in ADDRESS_PARTS.split(address) if part))


@register.simple_tag
def mail_signature() -> mail.Signature:
    """Return who writes a mail: `{% mail_signature as signature %}`."""
    return mail.signature()
