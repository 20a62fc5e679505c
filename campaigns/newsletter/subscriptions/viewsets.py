"""The office's screens of topics and subscribers, in the menu group "Newsletter"."""

from __future__ import annotations

from typing import Any

from django.contrib.admin.utils import quote
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import BooleanColumn, Column, DateColumn, StatusTagColumn, TitleColumn
from wagtail.admin.views import generic

from vicinia.accounts.rights.backend import require
from vicinia.core import traces
from vicinia.core.staff import menu
from vicinia.core.staff.policies import ReadOnlyPolicy
from vicinia.core.staff.tables import TableIndexView
from vicinia.core.staff.viewsets import StaffViewSet
from vicinia.core.tables import download

from .enums import SUBSCRIBER_STEPS, ConsentChannel, SubscriberState
from .models import NewsletterTopic, Subscriber
from .queries import ledger_header, ledger_rows
from .services import unsubscribe

REMOVERS = "campaigns.unsubscribe_subscriber"


class TopicViewSet(StaffViewSet):
    """What people can choose."""

    model = NewsletterTopic
    name = "newsletter_topics"
    url_prefix = "newsletter/argomenti"
    icon = "tag"
    menu_hook = menu.NEWSLETTER
    menu_label = gettext_lazy("Topics")
    menu_order = 30
    empty_text = gettext_lazy(
        "Here are the topics that people choose when they subscribe. Add the first one, in words that a "
        "neighbour would use."
    )
    list_display = [
        "name",
        Column("description", label=gettext_lazy("Description")),
        BooleanColumn("is_open", label=gettext_lazy("People can choose it")),
    ]
    ordering = ["position", "name"]


class SubscriberFilterSet(WagtailFilterSet):
    """What the office asks of the list."""

    class Meta:
        model = Subscriber
        fields = ["state", "topics", "confirmed_at"]


class SubscriberIndexView(TableIndexView):
    """Each subscriber with the topics."""

    def get_base_queryset(self) -> QuerySet[Subscriber]:
        """Read the topics with the subscribers."""
        subscribers: QuerySet[Subscriber] = super().get_base_queryset()
        return subscribers.prefetch_related("topics")

    def people_in(self, item: Subscriber) -> list[traces.Shown]:
        """Each row shows an address."""
        return [shown(item)]


def shown(subscriber: Subscriber) -> traces.Shown:
    """Return what the trace says: it never repeats the whole address."""
    return traces.Shown(subscriber, email=subscriber.email, label=str(subscriber))


class InspectSubscriber(generic.InspectView):
    """A subscriber and the ledger of what was consented to."""

    page_title = gettext_lazy("Subscriber")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Gather what the page shows."""
        subscriber: Subscriber = self.object
        traces.note(self.request, traces.Way.PAGE, [shown(subscriber)])
        may_leave = SUBSCRIBER_STEPS.allows(SubscriberState(subscriber.state), SubscriberState.UNSUBSCRIBED)
        return {
            **super().get_context_data(**kwargs),
            "subscriber": subscriber,
            "topics": subscriber.topics.all(),
            "ledger": subscriber.consents.all(),
            "can_unsubscribe": may_leave and self.request.user.has_perm(REMOVERS),
        }


@require_POST
def unsubscribe_at_request(request: HttpRequest, pk: int) -> HttpResponse:
    """A person asked the office by phone or letter."""
    require(request.user, REMOVERS)
    subscriber = get_object_or_404(Subscriber, pk=pk)
    unsubscribe(key=subscriber.key, channel=ConsentChannel.OFFICE, by=request.user)  # type: ignore[arg-type]
    messages.success(request, _("%(email)s is unsubscribed.") % {"email": subscriber.email})
    return redirect("subscribers:inspect", pk)


@require_GET
def export_ledger(request: HttpRequest, pk: int) -> HttpResponse:
    """All that a person has consented to, for who asks it (GDPR art. 15)."""
    require(request.user, "campaigns.view_subscriber")
    traces.note(request, traces.Way.EXPORT, [shown(get_object_or_404(Subscriber, pk=pk))])
    return download("consensi", ledger_header(), ledger_rows(pk), as_xlsx="xlsx" in request.GET)


class SubscriberViewSet(StaffViewSet):
    """Who receives the newsletter. People subscribe themselves: here they are only read."""

    model = Subscriber
    # Only their owners change them.
    policy = ReadOnlyPolicy
    name = "subscribers"
    url_prefix = "newsletter/iscritti"
    icon = "group"
    menu_hook = menu.NEWSLETTER
    menu_label = gettext_lazy("Subscribers")
    menu_order = 20
    empty_text = gettext_lazy(
        "Here are the people who asked for the newsletter. They subscribe themselves, from the site, and "
        "confirm from the e-mail."
    )
    exclude_form_fields: list[str] = []
    inspect_view_enabled = True
    search_fields = ["email"]
    filterset_class = SubscriberFilterSet
    index_view_class = SubscriberIndexView
    inspect_view_class = InspectSubscriber
    inspect_template_name = "wagtailadmin/newsletter/subscriber.html"
    list_display = [
        TitleColumn(
            "email",
            label=gettext_lazy("E-mail address"),
            sort_key="email",
            get_url=lambda subscriber: reverse("subscribers:inspect", args=[quote(subscriber.pk)]),
        ),
        StatusTagColumn(
            "get_state_display",
            label=gettext_lazy("State"),
            sort_key="state",
            primary=lambda subscriber: subscriber.state == SubscriberState.CONFIRMED,
        ),
        Column("topic_names", label=gettext_lazy("Topics")),
        DateColumn("asked_at", label=gettext_lazy("Asked at"), sort_key="asked_at"),
        DateColumn("confirmed_at", label=gettext_lazy("Confirmed at"), sort_key="confirmed_at"),
    ]
    list_export = ["email", "get_state_display", "topic_names", "asked_at", "confirmed_at", "left_at"]
    export_headings = {
        "get_state_display": gettext_lazy("State"),
        "topic_names": gettext_lazy("Topics"),
    }
    export_filename = "iscritti-newsletter"

    def get_urlpatterns(self) -> list[URLPattern]:
        """Add what the office does at a person's request."""
        return [
            *super().get_urlpatterns(),
            path("unsubscribe/<int:pk>/", unsubscribe_at_request, name="unsubscribe"),
            path("ledger/<int:pk>/", export_ledger, name="ledger"),
        ]


subscription_viewsets = (SubscriberViewSet(), TopicViewSet())
