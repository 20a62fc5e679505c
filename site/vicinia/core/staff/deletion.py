"""What contents still use is not deleted, one by one or in bulk, and the reason is told first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.db import DEFAULT_DB_ALIAS
from django.db.models import Model, ProtectedError
from django.db.models.deletion import Collector
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.views import generic

# So many names tell what to look for; more would hide them.
NAMED = 5


def keep_what_is_used(request: HttpRequest, instances: Sequence[Model]) -> HttpResponse | None:
    """Before Wagtail deletes snippets: go back to the list when the database would refuse.

    Wagtail asks its index of references, which a worker writes a moment later: the database knows at once.
    """
    reason = why_kept(instances)
    if not reason:
        return None
    messages.error(request, reason)
    viewset = instances[0].snippet_viewset  # type: ignore[attr-defined]
    return redirect(viewset.get_url_name("list"))


def why_kept(instances: Sequence[Model]) -> str:
    """Say what still uses them; nothing when they can be deleted."""
    users = {str(user) for instance in instances for user in _choosing(instance)}
    try:
        Collector(using=DEFAULT_DB_ALIAS).collect(list(instances))
    except ProtectedError as error:
        users |= {str(user) for user in error.protected_objects}
    if not users:
        return ""
    names = ", ".join([*sorted(users)[:NAMED], *(["…"] if len(users) > NAMED else [])])
    reason = _("Nothing was deleted, because this is still used by: %(names)s. Change them first.")
    return reason % {"names": names}


def _choosing(instance: Model) -> Iterator[Model]:
    """Find what has chosen a record among several (a topic of a page): the database would only forget it."""
    for relation in instance._meta.related_objects:
        if relation.many_to_many:
            chosen = relation.related_model._base_manager.filter(**{relation.field.name: instance.pk})
            yield from chosen.order_by("pk")[: NAMED + 1]


class StaffDeleteView(generic.DeleteView):
    """Wagtail's page that deletes a record. What is still used goes back to the list with the reason, where
    Wagtail would say that the permission is missing."""

    def form_valid(self, form: Form) -> HttpResponse:
        """Delete, or say what still uses it."""
        reason = why_kept([self.object])
        if reason:
            messages.error(self.request, reason)
            return redirect(self.get_success_url())
        return super().form_valid(form)  # type: ignore[no-any-return]
