"""`/posta-demo/`: the demo's mails, read in the browser; there only while mail goes to the folder."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from csp.decorators import csp_replace
from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import escape, urlize
from django.utils.http import content_disposition_header
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe

from vicinia.core.components import (
    Cell,
    Column,
    Crumb,
    EmptyState,
    Fact,
    Hero,
    Link,
    Material,
    Pagination,
    Table,
)
from vicinia.core.formats import exact_datetime, file_size

from . import folder

PER_PAGE = 25
View = Callable[..., HttpResponseBase]

# The mail's own styles and nothing else: no script, no form, no address of others.
MAIL_POLICY = {
    "default-src": ["'none'"],
    "style-src": ["'unsafe-inline'"],
    "img-src": ["'self'", "data:"],
    "frame-ancestors": ["'self'"],
    "base-uri": ["'none'"],
    "form-action": ["'none'"],
}


def only_in_demo(view: View) -> View:
    """Answer 404 where mails are really sent, or where this is no demo."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if settings.EMAIL_URL or not settings.DEMO:
            raise Http404
        return view(request, *args, **kwargs)

    return never_cache(require_safe(guarded))


def read_or_404(name: str) -> folder.ReadMail:
    """Read a mail."""
    try:
        return folder.read_mail(name)
    except FileNotFoundError as error:
        raise Http404 from error


@only_in_demo
def inbox(request: HttpRequest) -> HttpResponse:
    """The mails, newest first."""
    page = Paginator(folder.names(), PER_PAGE).get_page(request.GET.get("pagina"))
    rows = tuple(
        (
            message_cell(line),
            exact_datetime(line.at),
        )
        for line in map(folder.read_line, page.object_list)
    )
    context = {
        "hero": Hero(
            _("Mails of the demo"),
            summary=_("This site sends no mail: what it would have sent is kept here, newest first."),
        ),
        "table": Table(
            _("Mails"),
            (Column(_("Subject and recipients")), Column(_("When"))),
            rows,
        ),
        "empty": EmptyState(
            _("No mail yet"),
            _("Sign up, subscribe to the newsletter or send an application: the mail appears here."),
        ),
        "pagination": Pagination.from_page(page, lambda number: f"?pagina={number}"),
    }
    return render(request, "mail_demo/inbox.html", context)


def message_cell(line: folder.MailLine) -> Cell:
    """A mail of the list: its subject, and below to whom."""
    subject = line.subject or _("(no subject)")
    return Cell(subject, Link(subject, reverse("mail_demo_message", args=[line.name])), note=line.recipients)


@only_in_demo
def message(request: HttpRequest, name: str) -> HttpResponse:
    """One mail: its headers, its text, its HTML in a frame, its files."""
    mail = read_or_404(name)
    context = {
        "hero": Hero(mail.line.subject or _("(no subject)"), kicker=_("Mail of the demo")),
        "breadcrumbs": [Crumb(_("Mails of the demo"), reverse("mail_demo")), Crumb(mail.line.subject)],
        "facts": [
            Fact(_("Sender"), mail.sender),
            Fact(_("Recipients"), mail.line.recipients),
            Fact(_("When"), exact_datetime(mail.line.at)),
        ],
        "materials": [
            Material(
                file.name,
                reverse("mail_demo_file", args=[name, file.number]),
                file_type=file.content_type,
                size=file_size(len(file.content)),
            )
            for file in mail.files
        ],
        "text": mark_safe(urlize(escape(mail.text), nofollow=True)),  # noqa: S308 - escaped here
        "html_url": reverse("mail_demo_html", args=[name]) if mail.html else "",
        "headers": mail.headers,
    }
    return render(request, "mail_demo/message.html", context)


@only_in_demo
@xframe_options_sameorigin
@csp_replace(MAIL_POLICY)
def html(request: HttpRequest, name: str) -> HttpResponse:
    """The HTML part alone, for the frame."""
    return HttpResponse(folder.framed(read_or_404(name).html))


@only_in_demo
def attachment(request: HttpRequest, name: str, number: int) -> HttpResponse:
    """One of the files, always as a download."""
    for file in read_or_404(name).files:
        if file.number == number:
            headers = {
                "Content-Disposition": content_disposition_header(as_attachment=True, filename=file.name)
            }
            return HttpResponse(file.content, content_type=file.content_type, headers=headers)
    raise Http404
