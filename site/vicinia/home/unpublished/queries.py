"""Which pages wait for someone to publish them."""

from __future__ import annotations

from typing import cast

from wagtail.models import Page
from wagtail.permissions import page_permission_policy
from wagtail.query import PageQuerySet

from vicinia.accounts.models import User


def pages_to_publish(user: User) -> PageQuerySet[Page]:
    """Return the pages that this person may change and that have changes to publish, the latest first."""
    pages = page_permission_policy.instances_user_has_permission_for(user, "change")
    return cast(
        PageQuerySet[Page],
        pages.filter(has_unpublished_changes=True).order_by("-latest_revision_created_at"),
    )
