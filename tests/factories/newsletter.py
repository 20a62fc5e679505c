"""Topics, subscribers and issues as the newsletter's own services make them."""

from __future__ import annotations

from itertools import count

from django.utils import timezone
from wagtail.models import Locale, Page, Site

from campaigns.newsletter.issues.models import Issue, IssueItem
from campaigns.newsletter.subscriptions.enums import SubscriberState
from campaigns.newsletter.subscriptions.models import NewsletterTopic, Subscriber
from campaigns.projects.catalogue.pages import SchoolProjectsIndexPage

_numbers = count(1)


def make_topic(name: str = "") -> NewsletterTopic:
    """A topic that people can choose."""
    number = next(_numbers)
    return NewsletterTopic.objects.create(name=name or f"Topic {number}", slug=f"topic-{number}")


def make_subscriber(
    *topics: NewsletterTopic,
    email: str = "",
    state: SubscriberState = SubscriberState.CONFIRMED,
) -> Subscriber:
    """A subscriber, confirmed unless told otherwise."""
    now = timezone.now()
    subscriber = Subscriber.objects.create(
        email=email or f"reader{next(_numbers)}@example.org",
        state=state,
        asked_at=now,
        confirmed_at=now if state == SubscriberState.CONFIRMED else None,
    )
    subscriber.topics.set(topics)
    return subscriber


def make_page(title: str = "Screening in the market square", summary: str = "") -> Page:
    """A published page of the site; any type will do for an issue."""
    home = Site.objects.get(is_default_site=True).root_page
    page = SchoolProjectsIndexPage(
        title=title, slug=f"page-{next(_numbers)}", summary=summary, locale=Locale.get_default()
    )
    home.add_child(instance=page)
    return page


def make_issue(
    *topics: NewsletterTopic, pages: list[Page] | None = None, subject: str = "Open door"
) -> Issue:
    """A draft made of pages."""
    issue = Issue(subject=subject, intro="Good morning.\n\nThree things this month.")
    issue.topics = list(topics)
    issue.items = [
        IssueItem(page=page, sort_order=order)
        for order, page in enumerate(pages if pages is not None else [make_page()])
    ]
    issue.save()
    return issue
