"""The administrator lets in again whoever has lost telephone, passkeys and recovery codes."""

from __future__ import annotations

from typing import Any

from allauth.account.decorators import reauthentication_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from vicinia.accounts.models import User
from vicinia.accounts.rights.backend import require
from vicinia.core import traces

from . import services
from .forms import FindAccountForm, ProofForm
from .queries import accounts_to_let_in, office_people


class FindAccount(WagtailAdminTemplateMixin, FormView[FindAccountForm]):
    """Find an account by its whole address: there is no list of citizens to look through."""

    form_class = FindAccountForm
    template_name = "wagtailadmin/vicinia/find_account.html"
    page_title = gettext_lazy("Lost the second step")
    header_icon = "key"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Only for administrators."""
        require(request.user, services.MANAGE)
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """The way from the list to this page."""
        return [
            *self.breadcrumbs_items,
            {"url": reverse("office_people:index"), "label": _("People of the office")},
            {"url": "", "label": str(self.page_title)},
        ]

    def form_valid(self, form: FindAccountForm) -> HttpResponse:
        """Go on with the account, or say why there is nothing to do."""
        found = accounts_to_let_in().filter(email__iexact=form.cleaned_data["email"]).first()
        if found is None:
            form.add_error(
                "email",
                _(
                    "No account has this address. Check how it is written, and ask the person with which "
                    "address they sign in."
                ),
            )
            return self.form_invalid(form)
        try:
            services.require_can_let_in(person=found, by=self.request.user)  # type: ignore[arg-type]
        except ValidationError as refusal:
            form.add_error("email", refusal)
            return self.form_invalid(form)
        return redirect("office_people:factors", found.pk)


class RemoveFactors(WagtailAdminTemplateMixin, FormView[ProofForm]):
    """Say what follows, ask how one knows that it is them, then take the factors away."""

    form_class = ProofForm
    template_name = "wagtailadmin/vicinia/remove_factors.html"
    page_title = gettext_lazy("Lost the second step")
    header_icon = "key"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Only for administrators who have just shown that it is them; a screen left open is not enough."""
        require(request.user, services.MANAGE)
        try:
            services.require_can_let_in(person=self.person, by=request.user)  # type: ignore[arg-type]
        except ValidationError as refusal:
            messages.warning(request, " ".join(refusal.messages))
            return redirect(self.back_url)
        answer: HttpResponseBase = reauthentication_required(super().dispatch)(request, *args, **kwargs)
        return answer

    @cached_property
    def person(self) -> User:
        """Whoever has an account, but for who looks after the installation."""
        return get_object_or_404(accounts_to_let_in(), pk=self.kwargs["pk"])

    @cached_property
    def back_url(self) -> str:
        """Where one came from: the person's data, or the search."""
        if office_people().filter(pk=self.person.pk).exists():
            return reverse("office_people:edit", args=[self.person.pk])
        return reverse("office_people:find")

    def get_page_subtitle(self) -> str:
        """Name the person."""
        return str(self.person)

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        """The way from the list to this page."""
        return [
            *self.breadcrumbs_items,
            {"url": reverse("office_people:index"), "label": _("People of the office")},
            {"url": self.back_url, "label": str(self.person)},
            {"url": "", "label": str(self.page_title)},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Name the person and the way back; seeing the address leaves a trace."""
        traces.note(self.request, traces.Way.PAGE, [traces.Shown(self.person, user_id=self.person.pk)])
        return {**super().get_context_data(**kwargs), "person": self.person, "back_url": self.back_url}

    def form_valid(self, form: ProofForm) -> HttpResponse:
        """Take them away: the person is signed out everywhere and gets a mail."""
        try:
            services.let_in_again(
                person=self.person,
                proof=form.cleaned_data["proof"],
                note=form.cleaned_data["note"],
                by=self.request.user,  # type: ignore[arg-type]
            )
        except ValidationError as refusal:
            messages.warning(self.request, " ".join(refusal.messages))
            return redirect(self.back_url)
        messages.success(
            self.request,
            _("The second step of %(name)s is taken away, and a mail has told it.") % {"name": self.person},
        )
        return redirect(self.back_url)
