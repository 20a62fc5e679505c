"""What contents still use is not deleted, one by one or in bulk, and the reason is told first."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import DEFAULT_DB_ALIAS
from django.db.models import Model, ProtectedError
from django.db.models.deletion import Collector
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages

# So many names tell what to look for; more would hide them.
NAMED = 5


def keep_what_is_used(request: HttpRequest, instances: Sequence[Model]) -> HttpResponse | None:
    """Before Wagtail deletes snippets: go back to the list when the database would refuse.

    Wagtail asks its index of references, which a worker writes a moment later: the database knows at once.
    """
    try:
        Collector(using=DEFAULT_DB_ALIAS).collect(list(instances))
    except ProtectedError as error:
        users = sorted({str(user) for user in error.protected_objects})
        names = ", ".join([*users[:NAMED], *(["…"] if len(users) > NAMED else [])])
        reason = _("Nothing was deleted, because this is still used by: %(names)s. Change them first.")
        messages.error(request, reason % {"names": names})
        viewset = instances[0].snippet_viewset  # type: ignore[attr-defined]
        return redirect(viewset.get_url_name("list"))
    return None
