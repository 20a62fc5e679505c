"""Loads the demo's newsletter: topics, subscribers with their consents, an issue sent and a draft."""

from __future__ import annotations

import random
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from partners.demo_loader import paragraphs
from vicinia.core.demo import moment, read_yaml

from .issues.enums import DeliveryState, IssueState
from .issues.models import Delivery, Issue, IssueItem, IssueLink
from .issues.queries import delivery_totals
from .issues.services import freeze
from .subscriptions.consent_text import VERSION, current_text
from .subscriptions.enums import ConsentAction, ConsentChannel, SubscriberState
from .subscriptions.models import Consent, NewsletterTopic, Subscriber

FILE = Path(__file__).parent.parent / "demo" / "newsletter.yaml"
SECTIONS = {
    "campaign": "campagne",
    "event": "eventi",
    "call": "bandi",
    "project": "progetti-scuole",
    "news": "notizie",
    "service": "servizi",
}
# Of every thirty requests, one nobody has confirmed yet.
UNCONFIRMED_EVERY = 30


@transaction.atomic
def load_newsletter() -> None:
    """Create what is not there yet."""
    content = read_yaml(FILE)
    if NewsletterTopic.objects.exists():
        return
    chance = random.Random(1)  # noqa: S311 - the demo must be the same every time
    topics = {
        entry["key"]: NewsletterTopic.objects.create(
            slug=entry["key"], name=entry["name"], description=entry["description"], position=position
        )
        for position, entry in enumerate(content["topics"], start=1)
    }
    load_subscribers(content, topics, chance)
    for entry in content["issues"]:
        load_issue(entry, topics, chance)


def load_subscribers(
    content: dict[str, Any], topics: dict[str, NewsletterTopic], chance: random.Random
) -> None:
    """Create invented readers, so many for each topic as the file says, and their ledger."""
    count = content["demo_subscribers"]
    numbers = range(count)
    choices: dict[int, set[NewsletterTopic]] = {number: set() for number in numbers}
    for entry in content["topics"]:
        for number in chance.sample(numbers, entry["demo_subscribers"]):
            choices[number].add(topics[entry["key"]])
    last = list(topics.values())[-1]
    for number in numbers:
        load_subscriber(number, choices[number] or {last}, timezone.now() - timedelta(days=40 + number * 3))
    for number in range(count // UNCONFIRMED_EVERY):
        asked = timezone.now() - timedelta(days=number + 1)
        load_subscriber(count + number, {last}, asked, is_confirmed=False)


def load_subscriber(
    number: int, topics: set[NewsletterTopic], asked: datetime, *, is_confirmed: bool = True
) -> None:
    """Create one reader with the lines of the ledger."""
    confirmed = asked + timedelta(minutes=7)
    subscriber = Subscriber.objects.create(
        email=f"lettura{number:03d}@posta.example",
        state=SubscriberState.CONFIRMED if is_confirmed else SubscriberState.PENDING,
        asked_at=asked,
        confirmed_at=confirmed if is_confirmed else None,
        request_number=2 if is_confirmed else 1,
    )
    subscriber.topics.set(topics)
    said = {"text": current_text(), "version": VERSION, "topics": sorted(topic.slug for topic in topics)}
    lines = [(ConsentAction.ASKED, ConsentChannel.WEB_FORM, asked)]
    if is_confirmed:
        lines.append((ConsentAction.GIVEN, ConsentChannel.CONFIRMATION, confirmed))
    Consent.objects.bulk_create(
        Consent(subscriber=subscriber, action=action, channel=channel, at=at, **said)
        for action, channel, at in lines
    )


def load_issue(entry: dict[str, Any], topics: dict[str, NewsletterTopic], chance: random.Random) -> None:
    """Create an issue; a sent one has its copies, its refusals and its counts."""
    issue = Issue(subject=entry["subject"], preheader=entry["preheader"], intro=paragraphs(entry["intro"]))
    issue.topics = [topics[key] for key in entry["topics"]]
    pages = [page for item in entry["items"] if (page := page_of(item["ref"]))]
    issue.items = [IssueItem(page=page, sort_order=order) for order, page in enumerate(pages)]
    issue.save()
    if entry["status"] == "sent":
        _mark_sent(issue, entry, chance)


def page_of(ref: str) -> Page | None:
    """Find the page that "kind:key" names, None when its app is not loaded."""
    kind, key = ref.split(":")
    return Page.objects.live().filter(url_path__contains=f"/{SECTIONS[kind]}/{key}").first()


def _mark_sent(issue: Issue, entry: dict[str, Any], chance: random.Random) -> None:
    at = moment(entry["sent"])
    issue.started_at, issue.finished_at, issue.created_at = at, at + timedelta(minutes=4), at
    freeze(issue)
    readers = list(
        Subscriber.objects.confirmed()
        .filter(topics__in=issue.topics.all(), confirmed_at__lte=at)
        .distinct()
        .order_by("pk")
    )
    refused = set(chance.sample(readers, entry["bounced"]))
    Delivery.objects.bulk_create(
        Delivery(
            issue=issue,
            subscriber=reader,
            state=DeliveryState.FAILED if reader in refused else DeliveryState.SENT,
            settled_at=at,
        )
        for reader in readers
    )
    totals = delivery_totals(issue)
    issue.recipients, issue.sent, issue.failed = totals.recipients, totals.sent, totals.failed
    issue.unsubscribed, issue.state = entry["unsubscribed"], IssueState.SENT
    issue.save()
    links = list(IssueLink.objects.filter(issue=issue))
    for number, link in enumerate(links):
        # The first stories are followed more than the last ones.
        weight = (len(links) - number) / (len(links) * (len(links) + 1) / 2)
        link.clicks = round(entry["clicks"] * weight)
        link.save(update_fields=["clicks"])
