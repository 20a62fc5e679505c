"""The mails between office and body, and those that tell a body its status."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse

from partners.organisations.enums import ACTING_ROLES
from partners.organisations.events import OrganisationStatusChanged
from partners.organisations.models import Membership, Organisation
from vicinia.core import events, mail

from .events import QuestionAnswered, QuestionAsked
from .models import VerificationMessage


@events.on(QuestionAsked)
def tell_the_body(event: QuestionAsked) -> None:
    """Write to whoever may answer for the body."""
    message = VerificationMessage.objects.select_related("organisation").get(pk=event.message_id)
    members = Membership.objects.filter(organisation=message.organisation, role__in=ACTING_ROLES)
    for member in members.select_related("user"):
        language = member.user.language
        context = {
            "message": message,
            "organisation": message.organisation,
            "action_url": mail.link("partners:messages", message.organisation_id, language=language),
        }
        mail.send("partners/question", to=[member.user.email], context=context, language=language)


@events.on(QuestionAnswered)
def tell_who_asked(event: QuestionAnswered) -> None:
    """Write to the person of the office who asked last."""
    message = VerificationMessage.objects.select_related("organisation", "author").get(pk=event.message_id)
    asked = (
        VerificationMessage.objects.filter(organisation=message.organisation, is_from_office=True)
        .select_related("author")
        .order_by("-sent_at", "-pk")
        .first()
    )
    if asked is None or asked.author is None:
        return
    address = reverse("organisations:verification", args=[message.organisation_id])
    context = {
        "message": message,
        "organisation": message.organisation,
        "action_url": f"{settings.BASE_URL}{address}",
    }
    mail.send("partners/answer", to=[asked.author.email], context=context, language=asked.author.language)


@events.on(OrganisationStatusChanged)
def tell_the_new_status(event: OrganisationStatusChanged) -> None:
    """Tell all of a body's people that it was verified, suspended (with the reason) or readmitted."""
    organisation = Organisation.objects.get(pk=event.organisation_id)
    for member in organisation.memberships.select_related("user"):
        language = member.user.language
        context = {
            "organisation": organisation,
            "status": event.status,
            "reason": organisation.status_reason,
            "action_url": mail.link("partners:organisation", organisation.pk, language=language),
        }
        mail.send("partners/status_changed", to=[member.user.email], context=context, language=language)
