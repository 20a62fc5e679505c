"""The worker's part of receiving an application."""

from __future__ import annotations

from django.db import transaction
from django_tasks import task

from .models import Application
from .receipts import send_receipt


@task()
def make_and_send_receipt(application_id: str) -> None:
    """Make the receipt and mail it. Run again after a fault it makes no second receipt."""
    application = Application.objects.select_related("call", "organisation", "submitted_by", "receipt").get(
        pk=application_id
    )
    with transaction.atomic():
        send_receipt(application=application)
