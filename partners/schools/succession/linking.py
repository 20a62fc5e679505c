"""The office's screen that links a closed school with one that nothing proposed: find, compare, say why."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from partners.schools.models import School
from vicinia.accounts.rights.backend import require
from vicinia.core.personal_data_forms import ReasonForm
from vicinia.core.state import StepRefused

from . import services
from .comparing import choices, side_by_side
from .queries import school_of_code, that_may_be_the_heir, that_may_go_on, what_follows

# In the address: the codes of the two schools, and the words typed.
CLOSED, SUCCESSOR, WORDS = "chiusa", "prosegue", "q"
MOST_SHOWN = 20
LONGEST_WORDS = 100


class SameSchoolForm(ReasonForm):
    """How the office knows that it is the same school."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        reason = self.fields["reason"]
        reason.label = _("How do you know that it is the same school?")
        reason.help_text = _(
            "It stays in the trail and on the page of the continuity: the decree, the letter of the "
            "institute, who said it and when. No names and no data about pupils."
        )


class LinkSchools(WagtailAdminTemplateMixin, FormView[SameSchoolForm]):
    """First the closed school, then the one that goes on, then the two beside each other with the reason."""

    form_class = SameSchoolForm
    template_name = "wagtailadmin/partners/link_schools.html"
    page_title = gettext_lazy("Link two schools")
    header_icon = "link"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Only for who decides."""
        require(request.user, services.DECIDE)
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def closed(self) -> School | None:
        """The closed school, once it is chosen."""
        return school_of_code(self.request.GET.get(CLOSED, ""))

    @cached_property
    def successor(self) -> School | None:
        """The one that goes on, once it is chosen."""
        return school_of_code(self.request.GET.get(SUCCESSOR, ""))

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """The way from the list to this page."""
        return [
            *super().get_breadcrumbs_items(),
            {"url": reverse("school_successions:index"), "label": _("Schools that change code")},
            {"url": "", "label": str(self.page_title)},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The schools to choose from, or the two with what follows."""
        closed, successor = self.closed, self.successor
        words = self.request.GET.get(WORDS, "")[:LONGEST_WORDS].strip()
        context = {**super().get_context_data(**kwargs), "closed": closed, "successor": successor, "q": words}
        if closed and successor:
            return {
                **context,
                "rows": side_by_side(closed, successor),
                "following": what_follows(closed),
            }
        found = that_may_be_the_heir(closed, words) if closed else that_may_go_on(words)
        schools = list(found[: MOST_SHOWN + 1])
        table = choices(schools[:MOST_SHOWN], self.address)
        return {**context, "table": table, "has_more": len(schools) > MOST_SHOWN}

    def address(self, school: School) -> str:
        """Return where choosing a school leads: the closed one first, then the other."""
        both = {CLOSED: self.closed.code, SUCCESSOR: school.code} if self.closed else {CLOSED: school.code}
        return f"?{urlencode(both)}"

    def form_valid(self, form: SameSchoolForm) -> HttpResponse:
        """Link them through the service, or say why not with everything still there."""
        if self.closed is None or self.successor is None:
            messages.error(self.request, _("Choose the two schools first."))
            return redirect("school_successions:link")
        try:
            succession = services.link_schools(
                closed=self.closed,
                successor=self.successor,
                reason=form.cleaned_data["reason"],
                by=self.request.user,  # type: ignore[arg-type]
            )
        except ValidationError as refusal:
            form.add_error(None, refusal)
            return self.form_invalid(form)
        except StepRefused as refusal:
            form.add_error(None, str(refusal))
            return self.form_invalid(form)
        words = {"closed": self.closed.code, "successor": self.successor.code}
        messages.success(
            self.request,
            _("Linked: what %(closed)s had is now of %(successor)s. You can undo it from here.") % words,
        )
        return redirect("school_successions:inspect", succession.pk)
