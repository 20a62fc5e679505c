"""Where an editor begins a campaign: from a template, from last year's, or from an empty page."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView, TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from campaigns.outreach.models import Campaign
from campaigns.outreach.pages import CampaignPage, CampaignsIndexPage
from vicinia.accounts.rights.backend import require
from vicinia.core.clock import database_day
from vicinia.territory.models import Topic

from . import services
from .catalogue import CampaignTemplate, templates
from .dates import a_year_later, title_a_year_later
from .forms import NextYearForm, TemplateForm

# Older ones are found in the list of campaigns.
MOST_SHOWN = 12


class _Screen(WagtailAdminTemplateMixin):
    """What the screens share: who may, and the way back."""

    request: HttpRequest
    header_icon = "pick"
    page_title = gettext_lazy("New campaign")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Only for who writes campaigns."""
        require(request.user, services.ADD)
        return super().dispatch(request, *args, **kwargs)  # type: ignore[no-any-return]

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        """The way from the list of campaigns."""
        campaigns = reverse("wagtailsnippets_campaigns_campaign:list")
        return [
            *self.breadcrumbs_items,
            {"url": campaigns, "label": _("Campaigns")},
            {"url": reverse("new_campaign"), "label": _("New campaign")},
        ]


class BeginView(_Screen, TemplateView):
    """Choose what to begin from."""

    template_name = "wagtailadmin/campaigns/begin.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The templates, the latest campaigns with a page, and the empty page."""
        index = CampaignsIndexPage.objects.order_by("pk").first()
        campaigns = Campaign.objects.filter(pages__isnull=False).distinct()
        empty = ["campaigns", "campaignpage", index.pk] if index else None
        return {
            **super().get_context_data(**kwargs),
            "templates": list(templates().values()),
            "campaigns": list(campaigns.order_by("-starts_on", "pk")[:MOST_SHOWN]),
            "empty_url": reverse("wagtailadmin_pages:add", args=empty) if empty else "",
        }


class _DraftView(_Screen, FormView[NextYearForm]):
    """Say the title and the days, then make the draft."""

    template_name = "wagtailadmin/campaigns/draft.html"
    heading: ClassVar[Any]

    def make(self, form: NextYearForm) -> CampaignPage:
        """Make the draft; raises ValidationError."""
        raise NotImplementedError

    def form_valid(self, form: NextYearForm) -> HttpResponse:
        """Lead to the draft, or say what is wrong with what was written."""
        try:
            page = self.make(form)
        except ValidationError as refusal:
            _tell(form, refusal)
            return self.form_invalid(form)
        messages.success(
            self.request,
            _("The draft is ready: read it, change what is different here, then press «Publish»."),
        )
        return redirect("wagtailadmin_pages:edit", page.pk)


class FromTemplateView(_DraftView):
    """From a template."""

    form_class = TemplateForm

    @cached_property
    def template(self) -> CampaignTemplate:
        """The template of the address."""
        found = templates().get(self.kwargs["key"])
        if found is None:
            raise Http404
        return found

    def get_initial(self) -> dict[str, Any]:
        """Everything already written."""
        today = database_day()
        return {
            "title": _free_title(self.template.title, today.year),
            "starts_on": today,
            "ends_on": today + timedelta(weeks=self.template.weeks),
            "topic": Topic.objects.filter(slug=self.template.topic).first(),
        }

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Name the template."""
        heading = _("From the template «%(label)s»") % {"label": self.template.label}
        return {**super().get_context_data(**kwargs), "heading": heading, "hint": self.template.hint}

    def make(self, form: NextYearForm) -> CampaignPage:
        """Make the draft with the texts of the template."""
        return services.draft_from_template(template=self.template, by=self.request.user, **form.cleaned_data)  # type: ignore[arg-type]


class NextYearView(_DraftView):
    """From a campaign of before, with the days moved on by a year."""

    form_class = NextYearForm

    @cached_property
    def campaign(self) -> Campaign:
        """The campaign that is run again."""
        return get_object_or_404(Campaign, pk=self.kwargs["pk"])

    def get_initial(self) -> dict[str, Any]:
        """The title and the days of the year after."""
        starts = a_year_later(self.campaign.starts_on)
        return {
            "title": _free_title(title_a_year_later(self.campaign.title, starts.year), starts.year),
            "starts_on": starts,
            "ends_on": a_year_later(self.campaign.ends_on) if self.campaign.ends_on else None,
        }

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Name the campaign, and say what follows."""
        heading = _("«%(title)s», once more") % {"title": self.campaign.title}
        hint = _(
            "Texts, image, materials and partners are copied; results are not. Days and numbers written in "
            "the texts stay those of before: read them again."
        )
        return {**super().get_context_data(**kwargs), "heading": heading, "hint": hint}

    def make(self, form: NextYearForm) -> CampaignPage:
        """Make the draft with the texts of before."""
        return services.draft_for_next_year(campaign=self.campaign, by=self.request.user, **form.cleaned_data)  # type: ignore[arg-type]


def _free_title(title: str, year: int) -> str:
    """Return a title that no campaign has: with the year, then with a number."""
    tries = [title, f"{title} {year}", *(f"{title} {year} ({n})" for n in range(2, 100))]
    taken = set(Campaign.objects.filter(title__startswith=title).values_list("title", flat=True))
    return next((each for each in tries if each not in taken), title)


def _tell(form: Form, refusal: ValidationError) -> None:
    """Put each error beside its field, the others above the form."""
    if not hasattr(refusal, "error_dict"):
        form.add_error(None, refusal)
        return
    for name, errors in refusal.error_dict.items():
        form.add_error(name if name in form.fields else None, errors)
