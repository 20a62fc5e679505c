"""The office's page of a certificate: what it says, the PDF, annulling it."""

from __future__ import annotations

from typing import Any, cast

from django.core.exceptions import ValidationError
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from vicinia.accounts.models import User
from vicinia.accounts.rights.backend import require
from vicinia.core import traces
from vicinia.core.components import Badge, Fact
from vicinia.core.formats import long_datetime
from vicinia.core.personal_data_forms import ReasonForm
from vicinia.core.staff.inspect import StaffInspectView
from vicinia.core.state import StepRefused

from .documents import certificate_facts
from .models import Certificate
from .services import ANNUL, annul_certificate
from .views import answer_with


def shown(certificate: Certificate) -> traces.Shown:
    """Return what the trace says: the certificate, and whose it is."""
    return traces.Shown(certificate, user_id=certificate.holder_id)


def holder_words(certificate: Certificate) -> str:
    """Return the name on the certificate, or that there is none any more."""
    return certificate.holder_name or _("person deleted")


class InspectCertificate(StaffInspectView):
    """One certificate, as it was issued."""

    def get_page_subtitle(self) -> str:
        """Name it by its number."""
        return str(self.object)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Say whether it counts, and what can be done."""
        certificate: Certificate = self.object
        traces.note(self.request, traces.Way.PAGE, [shown(certificate)])
        is_somebodys = certificate.counts and certificate.holder_id is not None
        return {
            **super().get_context_data(**kwargs),
            "certificate": certificate,
            "badge": Badge(certificate.get_state_display(), "success" if certificate.counts else "attention"),
            "has_pdf": is_somebodys,
            "can_annul": is_somebodys and self.request.user.has_perm(ANNUL),
        }

    def facts(self) -> list[Fact]:
        """Return what it says, who issued it, and why it does not count."""
        certificate: Certificate = self.object
        annulled_at = long_datetime(certificate.annulled_at) if certificate.annulled_at else ""
        enrolment_url = reverse("enrolments:inspect", args=[certificate.enrolment_id])
        rows = [
            Fact(_("Name on the certificate"), holder_words(certificate)),
            *(Fact(label, value) for label, value in certificate_facts(certificate)),
            Fact(_("Issued by"), str(certificate.issued_by or "")),
            Fact(_("Enrolment"), str(certificate.enrolment), enrolment_url),
            Fact(_("Annulled at"), annulled_at),
            Fact(_("Annulled by"), str(certificate.annulled_by or "")),
            Fact(_("Why it was annulled"), certificate.reason),
        ]
        return [fact for fact in rows if fact.value]


class AnnulmentForm(ReasonForm):
    """Why: the teacher reads it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].help_text = _(
            "The teacher reads it in their reserved area and in a mail. Example: «La classe indicata non è "
            "quella giusta: ti rilasciamo un nuovo attestato». No names and no data about pupils."
        )


class AnnulCertificate(WagtailAdminTemplateMixin, FormView[AnnulmentForm]):
    """Ask the reason, say what follows, annul."""

    form_class = AnnulmentForm
    template_name = "wagtailadmin/projects/annul_certificate.html"
    page_title = gettext_lazy("Annul the certificate")
    header_icon = "warning"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Only for who issues them."""
        require(request.user, ANNUL)
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def certificate(self) -> Certificate:
        """The certificate to annul."""
        return get_object_or_404(Certificate, pk=self.kwargs["pk"])

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """The way from the list to this page."""
        return [
            *super().get_breadcrumbs_items(),
            {"url": reverse("certificates_office:index"), "label": _("Certificates")},
            {"url": self.back_url, "label": str(self.certificate)},
            {"url": "", "label": self.page_title},
        ]

    @property
    def back_url(self) -> str:
        """The page of the certificate."""
        return reverse("certificates_office:inspect", args=[self.certificate.pk])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Name the certificate and the way back."""
        traces.note(self.request, traces.Way.PAGE, [shown(self.certificate)])
        return {
            **super().get_context_data(**kwargs),
            "certificate": self.certificate,
            "back_url": self.back_url,
        }

    def form_valid(self, form: AnnulmentForm) -> HttpResponse:
        """Annul through the service."""
        by = cast(User, self.request.user)
        try:
            annul_certificate(certificate=self.certificate, reason=form.cleaned_data["reason"], by=by)
        except ValidationError as refusal:
            form.add_error(None, refusal)
            return self.form_invalid(form)
        except StepRefused as refusal:
            messages.error(self.request, str(refusal))
        else:
            messages.success(
                self.request,
                _("%(certificate)s is annulled: the teacher is told, with the reason.")
                % {"certificate": self.certificate},
            )
        return redirect(self.back_url)


@require_safe
def pdf(request: HttpRequest, pk: int) -> FileResponse:
    """Send a certificate that counts; of a person who was deleted there is none any more."""
    require(request.user, "campaigns.view_certificate")
    rows = Certificate.objects.counting().filter(holder__isnull=False)
    certificate = get_object_or_404(rows, pk=pk)
    traces.note(request, traces.Way.FILE, [shown(certificate)])
    return answer_with(certificate)
