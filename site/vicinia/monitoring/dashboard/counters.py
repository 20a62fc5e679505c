"""How each figure is counted, between two days both included. The words of the method are in `queries`."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django.db.models import Q, Sum
from django.utils import timezone

from calls.applications.models import Application
from campaigns.newsletter.issues.models import Issue
from campaigns.outreach.models import Campaign
from campaigns.projects.enrolments.models import Enrolment


def instants(first: date, last: date) -> tuple[datetime, datetime]:
    """Return the first instant of `first` and the first instant after `last`, local time."""
    day_after = last + timedelta(days=1)
    return (
        timezone.make_aware(datetime.combine(first, time.min)),
        timezone.make_aware(datetime.combine(day_after, time.min)),
    )


def campaigns_running(first: date, last: date) -> int:
    """Count campaigns with a live page whose period touches the days."""
    touching = Q(starts_on__lte=last) & (Q(ends_on__isnull=True) | Q(ends_on__gte=first))
    return Campaign.objects.filter(touching, pages__live=True).distinct().count()


def applications_sent(first: date, last: date) -> int:
    """Count applications by the instant of submission."""
    start, end = instants(first, last)
    return Application.objects.filter(submitted_at__gte=start, submitted_at__lt=end).count()


def classes_confirmed(first: date, last: date) -> int:
    """Count sign-ups made in these days that have a place now."""
    start, end = instants(first, last)
    return Enrolment.objects.confirmed().filter(created_at__gte=start, created_at__lt=end).count()


def pupils_confirmed(first: date, last: date) -> int:
    """Add up the pupils that teachers declared for those classes."""
    start, end = instants(first, last)
    rows = Enrolment.objects.confirmed().filter(created_at__gte=start, created_at__lt=end)
    return rows.aggregate(total=Sum("pupils"))["total"] or 0


def copies_delivered(first: date, last: date) -> int:
    """Add up the copies that mail servers accepted, by the day the sending started."""
    start, end = instants(first, last)
    rows = Issue.objects.filter(started_at__gte=start, started_at__lt=end)
    return rows.aggregate(total=Sum("sent"))["total"] or 0
