"""What the newsletter adds to the platform's registries."""

from collections import Counter
from collections.abc import Sequence

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin.viewsets.base import ViewSet

from vicinia.accounts.roles import Role
from vicinia.core.demo import loaders
from vicinia.core.page_cache import watch
from vicinia.core.staff.panels import Count, RolePanel, role_panels
from vicinia.core.tasks import retries
from vicinia.core.tasks.retries import RetryPolicy
from vicinia.core.tasks.schedule import Job, jobs


def register() -> None:
    """Called once when the application starts."""
    from .demo import load_newsletter
    from .issues import notifications as _issue_notifications  # noqa: F401 - connects its listeners
    from .issues.tasks import RETRY_DELAYS, forget_deliveries, is_passing, send_copies
    from .subscriptions import notifications as _notifications  # noqa: F401 - connects its listeners
    from .subscriptions.models import NewsletterTopic
    from .subscriptions.tasks import forget_unconfirmed_requests

    # With the first topic every page begins to offer the newsletter.
    watch(NewsletterTopic)
    # After everything that its issues tell about.
    loaders.register("newsletter", load_newsletter, order=85)
    role_panels.register(
        "campaigns.newsletter",
        RolePanel(
            title=_("Newsletter"),
            roles=frozenset({Role.EDITOR, Role.PUBLISHER}),
            counts=counts,
            action_label=_("Write an issue"),
            action_url=lambda: reverse("issues:add"),
        ),
        order=50,
    )
    retries.register(send_copies, RetryPolicy(when=is_passing, delays=RETRY_DELAYS))
    jobs.register("newsletter.forget_unconfirmed", Job(forget_unconfirmed_requests, "20 4 * * *"))
    jobs.register("newsletter.forget_deliveries", Job(forget_deliveries, "30 4 * * *"))


def staff_viewsets() -> Sequence[ViewSet]:
    """The office's screens (hook `register_admin_viewset`); each one puts itself in its menu group."""
    from .issues.viewsets import issue_viewset
    from .subscriptions.viewsets import subscription_viewsets

    return [issue_viewset, *subscription_viewsets]


def counts(request: HttpRequest) -> list[Count]:
    """Who reads, and what waits to be sent."""
    from .issues.enums import IssueState
    from .issues.models import Issue
    from .subscriptions.models import Subscriber

    issues = reverse("issues:index")
    by_state = Counter(Issue.objects.values_list("state", flat=True))
    drafts, moving = by_state[IssueState.DRAFT], by_state[IssueState.SENDING]
    readers = Subscriber.objects.confirmed().count()
    return [
        Count(
            readers,
            ngettext("confirmed subscriber", "confirmed subscribers", readers),
            f"{reverse('subscribers:index')}?state=confirmed",
        ),
        Count(drafts, ngettext("draft issue", "draft issues", drafts), f"{issues}?state={IssueState.DRAFT}"),
        Count(
            moving,
            ngettext("issue being sent", "issues being sent", moving),
            f"{issues}?state={IssueState.SENDING}",
        ),
    ]
