"""The office checks documents: it reads them, approves one or several, rejects with a reason."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST, require_safe
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views import generic
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from vicinia.accounts.models import User
from vicinia.accounts.rights.backend import require
from vicinia.core import traces
from vicinia.core.clock import database_day
from vicinia.core.files.views import stream
from vicinia.core.state import StepRefused

from . import services
from .enums import CHECK_STEPS, CheckStatus, Standing
from .models import DossierVersion
from .screens import version_facts
from .words import version_badge

# As many as a person can look at in one go.
SEVERAL = 30


def queue_url() -> str:
    """Return the address of what waits for the check."""
    return f"{reverse('dossier_office:index')}?standing={Standing.TO_CHECK}"


def require_checker(request: HttpRequest) -> User:
    """Return the person at work; raise PermissionDenied unless they check documents."""
    by = cast(User, request.user)
    require(by, services.CHECK)
    return by


def shown(version: DossierVersion) -> traces.Shown:
    """Return what the trace says: the document, and who uploaded it."""
    return traces.Shown(version, user_id=version.uploaded_by_id)


class InspectVersion(generic.InspectView):
    """One version: where it stands, what can be done, the versions beside it."""

    page_title = gettext_lazy("Document of a body")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Gather what the page shows."""
        version: DossierVersion = self.object
        traces.note(self.request, traces.Way.PAGE, [shown(version)])
        today, status = database_day(), CheckStatus(version.status)
        is_ours = version.document.kind.from_office
        checks = self.request.user.has_perm(services.CHECK) and not is_ours
        others = version.document.versions.exclude(pk=version.pk).order_by("-uploaded_at", "-number")
        return {
            **super().get_context_data(**kwargs),
            "version": version,
            "organisation": version.document.organisation,
            "kind": version.document.kind,
            "badge": version_badge(version, today),
            "facts": version_facts(version, today),
            "can_approve": checks and CHECK_STEPS.allows(status, CheckStatus.VALID),
            "can_reject": checks and CHECK_STEPS.allows(status, CheckStatus.REJECTED),
            "others": [(each, version_badge(each, today)) for each in others],
            "queue_url": queue_url(),
        }


@require_safe
def file(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Show the file in the browser; the reading is noted (GDPR, art. 5)."""
    by = require_checker(request)
    rows = DossierVersion.objects.select_related("file", "document__organisation")
    version = get_object_or_404(rows, pk=pk, file__isnull=False)
    assert version.file is not None  # noqa: S101 - asked for above
    services.note_reading(version=version, by=by)
    traces.note(request, traces.Way.FILE, [shown(version)])
    return stream(version.file, inline=True)


@require_POST
def approve(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that a version counts, and go on with the queue."""
    by = require_checker(request)
    version = get_object_or_404(DossierVersion, pk=pk)
    try:
        services.approve_version(version=version, by=by)
    except StepRefused as refusal:
        messages.error(request, str(refusal))
        return redirect("dossier_office:inspect", pk)
    messages.success(request, _("«%(document)s» is valid.") % {"document": version})
    return redirect(queue_url())


class CheckingView(WagtailAdminTemplateMixin, FormView[Any]):
    """A step of the check that asks something first."""

    header_icon = "doc-full"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Only for who checks documents."""
        require_checker(request)
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        """The way from the queue to this page."""
        return [
            *self.breadcrumbs_items,
            {"url": queue_url(), "label": _("Documents to check")},
            {"url": "", "label": str(self.page_title), "sublabel": self.get_page_subtitle()},
        ]


class RejectForm(forms.Form):
    """Why: the body reads it."""

    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=500,
        help_text=gettext_lazy(
            "The body reads it in its reserved area and gets it by mail: say what is wrong and what to send. "
            "Example: «La polizza copre solo fino a giugno: manda il rinnovo»."
        ),
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class RejectVersion(CheckingView):
    """Ask the reason, say what follows, reject."""

    form_class = RejectForm
    template_name = "wagtailadmin/partners/dossier_reject.html"
    page_title = gettext_lazy("Reject")

    @cached_property
    def version(self) -> DossierVersion:
        """The version to reject."""
        rows = DossierVersion.objects.select_related("document__organisation")
        return get_object_or_404(rows, pk=self.kwargs["pk"])

    def get_page_subtitle(self) -> str:
        """Name the document."""
        return str(self.version)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Name the document and the way back."""
        return {
            **super().get_context_data(**kwargs),
            "version": self.version,
            "back_url": reverse("dossier_office:inspect", args=[self.version.pk]),
        }

    def form_valid(self, form: RejectForm) -> HttpResponse:
        """Reject through the service."""
        by = cast(User, self.request.user)
        try:
            services.reject_version(version=self.version, reason=form.cleaned_data["reason"], by=by)
        except ValidationError as refusal:
            form.add_error(None, refusal)
            return self.form_invalid(form)
        except StepRefused as refusal:
            messages.error(self.request, str(refusal))
            return redirect("dossier_office:inspect", self.version.pk)
        messages.success(
            self.request, _("«%(document)s» is rejected: the body gets a mail.") % {"document": self.version}
        )
        return redirect(queue_url())


class SeveralForm(forms.Form):
    """Which of the documents that wait."""

    versions: forms.ModelMultipleChoiceField[DossierVersion] = forms.ModelMultipleChoiceField(
        DossierVersion.objects.none(),
        error_messages={"required": gettext_lazy("Choose at least one document.")},
    )

    def __init__(self, *args: Any, waiting: list[DossierVersion], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = cast("forms.ModelMultipleChoiceField[DossierVersion]", self.fields["versions"])
        # Whatever was shown may be sent, also when it was decided meanwhile: the service tells.
        field.queryset = DossierVersion.objects.all()
        self.waiting = waiting


class ApproveSeveral(CheckingView):
    """Look at what waits on one page, tick what is right, approve it together."""

    form_class = SeveralForm
    template_name = "wagtailadmin/partners/dossier_several.html"
    page_title = gettext_lazy("Approve several")

    def get_page_subtitle(self) -> str:
        """The queue needs no other name."""
        return ""

    def get_form_kwargs(self) -> dict[str, Any]:
        """Hand the oldest documents that wait."""
        waiting = DossierVersion.objects.standing(Standing.TO_CHECK, database_day())
        shown = list(waiting.select_related("document__organisation", "file")[:SEVERAL])
        return {**super().get_form_kwargs(), "waiting": shown}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Give the way back."""
        return {**super().get_context_data(**kwargs), "back_url": queue_url()}

    def form_valid(self, form: SeveralForm) -> HttpResponse:
        """Approve each; name those that somebody else decided meanwhile."""
        approved, refused = services.approve_versions(
            versions=list(form.cleaned_data["versions"]), by=cast(User, self.request.user)
        )
        if approved:
            count = len(approved)
            messages.success(
                self.request,
                ngettext("%(count)s document approved.", "%(count)s documents approved.", count)
                % {"count": count},
            )
        for version in refused:
            messages.warning(
                self.request,
                _("«%(document)s» was decided or replaced meanwhile: it is left as it is.")
                % {"document": version},
            )
        return redirect(queue_url())
