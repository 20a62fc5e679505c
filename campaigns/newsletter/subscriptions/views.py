"""The newsletter's public pages. None of them asks to sign in."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_http_methods

from vicinia.core.components import EmptyState, Message
from vicinia.core.text import clean_text

from . import links, queries, services
from .enums import ConsentChannel
from .forms import EmailForm, PreferencesForm, SubscribeForm
from .models import NewsletterTopic

# The three pages behind a signed link are exempt from the CSRF check: the signature in the address is
# itself what a forger lacks, and mail programs open these pages where cookies do not work.


@require_http_methods(["GET", "POST"])
def subscribe(request: HttpRequest) -> HttpResponse:
    """The form; after it, the same answer whether or not the address was known."""
    if request.method == "POST":
        form = SubscribeForm(request.POST)
        if form.is_valid():
            services.ask_subscription(
                email=form.cleaned_data["email"],
                topics=form.cleaned_data["topics"],
                language=get_language() or "it",
            )
            return redirect("newsletter:check_mail")
        return render(request, "newsletter/subscribe.html", {"form": form}, status=422)
    if not queries.has_topics():
        return render(request, "newsletter/subscribe.html", {"empty": nothing_to_choose()})
    chosen = NewsletterTopic.objects.open().filter(slug=clean_text(request.GET.get("argomento", "")))
    return render(request, "newsletter/subscribe.html", {"form": SubscribeForm(initial={"topics": chosen})})


def nothing_to_choose() -> EmptyState:
    """What the page says before the office has chosen what to write about."""
    return EmptyState(
        _("The newsletter has not started yet"),
        _("Here you will choose the topics that concern you. Come back in a few days."),
    )


@require_GET
def check_mail(request: HttpRequest) -> HttpResponse:
    """What happens next."""
    return render(request, "newsletter/check_mail.html", {"days": links.CONFIRMATION_LASTS.days})


@csrf_exempt
@never_cache
@require_http_methods(["GET", "POST"])
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """A button on GET, since mail scanners open every link; the confirmation on POST."""
    try:
        link = links.read_confirmation(token)
        if request.method == "POST":
            services.confirm_subscription(key=link.key, request_number=link.request_number)
            return private(redirect("newsletter:confirmed"))
        if not queries.awaits_confirmation(link.key, link.request_number):
            raise links.LinkExpired
    except links.LinkExpired:
        return expired(request)
    return private(render(request, "newsletter/confirm.html"))


@require_GET
def confirmed(request: HttpRequest) -> HttpResponse:
    """Done: what comes next."""
    return render(request, "newsletter/confirmed.html")


@require_http_methods(["GET", "POST"])
def ask_preferences(request: HttpRequest) -> HttpResponse:
    """Ask for the link to one's own preferences: the same answer for every address."""
    form = EmailForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        services.ask_preferences_link(email=form.cleaned_data["email"])
        return render(request, "newsletter/preferences_sent.html")
    return render(
        request,
        "newsletter/ask_preferences.html",
        {"form": form},
        status=422 if request.method == "POST" else 200,
    )


@csrf_exempt
@never_cache
@require_http_methods(["GET", "POST"])
def preferences(request: HttpRequest, token: str) -> HttpResponse:
    """The topics of the person who holds the link."""
    try:
        key = links.read_preferences(token)
        subscriber = queries.active_subscriber(key)
        if subscriber is None:
            raise links.LinkExpired
        form = PreferencesForm(request.POST or None, initial={"topics": subscriber.topics.all()})
        is_saved = request.method == "POST" and form.is_valid()
        if is_saved:
            services.change_topics(key=key, topics=form.cleaned_data["topics"])
    except links.LinkExpired:
        return expired(request)
    context = {
        "form": form,
        "message": Message("success", _("Your topics are saved.")) if is_saved else None,
        "subscriber": subscriber,
        "leaving_url": links.leaving_url(subscriber),
    }
    return private(render(request, "newsletter/preferences.html", context))


@csrf_exempt
@never_cache
@require_http_methods(["GET", "POST"])
def leave(request: HttpRequest, token: str) -> HttpResponse:
    """Leave: one POST, from the page's button or from the mail program by itself (RFC 8058)."""
    try:
        link = links.read_leaving(token)
        if request.method == "POST":
            by_program = request.POST.get("List-Unsubscribe") == "One-Click"
            channel = ConsentChannel.ONE_CLICK if by_program else ConsentChannel.UNSUBSCRIBE_PAGE
            services.unsubscribe(key=link.key, channel=channel, issue_id=link.issue_id)
            return private(render(request, "newsletter/left.html"))
        subscriber = queries.active_subscriber(link.key)
    except links.LinkExpired:
        return expired(request)
    if subscriber is None:
        return private(render(request, "newsletter/left.html"))
    context = {"preferences": links.preferences_url(subscriber)}
    return private(render(request, "newsletter/leave.html", context))


def expired(request: HttpRequest) -> HttpResponse:
    """The link was used already or its time has passed, and how to get another."""
    return private(render(request, "newsletter/expired.html", status=410))


def private(response: HttpResponse) -> HttpResponse:
    """Keep the address, which is a secret, out of what other sites receive."""
    response["Referrer-Policy"] = "no-referrer"
    return response
