"""Issuing the certificates of the classes ticked among the enrolments."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_list_or_404, redirect
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin import messages
from wagtail.admin.views.bulk_action import BulkAction

from campaigns.projects.enrolments.models import Enrolment
from vicinia.accounts.models import User
from vicinia.accounts.rights.backend import require
from vicinia.core import traces
from vicinia.core.clock import database_day

from .conditions import obstacle
from .models import Certificate
from .services import ISSUE, Issuing, issue_certificates

# As many digits as a primary key has.
MOST_DIGITS = 18


class IssueCertificates(BulkAction):
    """Say who gets a certificate and who does not, and why; then issue them."""

    models = (Enrolment,)
    display_name = _("Issue certificates")
    aria_label = _("Issue the certificates of the classes ticked")
    action_type = "issue_certificates"
    action_priority = 10
    template_name = "wagtailadmin/projects/issue_certificates.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Ask the table of rights before naming a class."""
        require(request.user, ISSUE)
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response

    def get_all_objects_in_listing_query(self, parent_id: str) -> QuerySet[Enrolment, Any]:
        """Nothing: only what is ticked."""
        return Enrolment.objects.none().values_list("pk", flat=True)

    @classmethod
    def get_queryset(cls, _model: type[Enrolment], object_ids: Sequence[str]) -> list[Enrolment]:
        """Read the classes with what decides, in one query."""
        keys = [key for key in map(str, object_ids) if key.isdecimal() and len(key) <= MOST_DIGITS]
        rows = Enrolment.objects.select_related("edition__project", "school", "teacher").annotate(
            is_certified=Exists(Certificate.objects.counting().filter(enrolment=OuterRef("pk")))
        )
        return get_list_or_404(rows.order_by("school__name", "class_key", "pk"), pk__in=keys)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Part the classes that get one from the others, each with its reason."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        today = database_day()
        classes: list[Enrolment] = [row["item"] for row in context["items"]]
        told = [
            (each, obstacle(each, is_certified=each.is_certified, today=today))  # type: ignore[attr-defined]
            for each in classes
        ]
        traces.note(
            self.request, traces.Way.LIST, [traces.Shown(each, user_id=each.teacher_id) for each in classes]
        )
        return {
            **context,
            "title": self.aria_label,
            "ready": [each for each, reason in told if not reason],
            "left_out": [(each, reason) for each, reason in told if reason],
        }

    def prepare_action(self, objects: Sequence[Enrolment], objects_without_access: Any) -> HttpResponse:
        """Issue here, in a transaction each: Wagtail's own would hold the register for all of them."""
        done = issue_certificates(enrolments=objects, by=cast(User, self.request.user))
        issued = len(done.certificates)
        if issued:
            words = ngettext(
                "%(count)s certificate issued: the teacher is told by mail.",
                "%(count)s certificates issued: the teachers are told by mail.",
                issued,
            )
            messages.success(self.request, words % {"count": issued})
        if done.left_out:
            messages.warning(self.request, left_out_words(done))
        return redirect(self.next_url)


def left_out_words(done: Issuing) -> SafeString:
    """Say which classes have no certificate, each with its reason."""
    count = len(done.left_out)
    head = ngettext("%(count)s class left out:", "%(count)s classes left out:", count) % {"count": count}
    rows = format_html_join("", "<li>{}. {}</li>", done.left_out)
    return format_html("{} <ul>{}</ul>", head, rows)
