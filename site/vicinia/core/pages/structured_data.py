"""Structured data for search engines and the validator of municipal sites.

A `<script>` whose type is no script language is a data block: the browser never runs it, so the
strict Content-Security-Policy leaves it alone.
"""

import json
from collections.abc import Mapping

from django.utils.safestring import SafeString, mark_safe

# As Django's json_script does: nothing in the texts can close the element.
ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


def data_block(data: Mapping[str, object], *, is_metatag: bool = True) -> SafeString:
    """Return the element; one of a page may have the name that the validator looks for."""
    text = json.dumps(data, ensure_ascii=False).translate(ESCAPES)
    name = ' data-element="metatag"' if is_metatag else ""
    return mark_safe(f'<script type="application/ld+json"{name}>{text}</script>')  # noqa: S308 - escaped above
