"""What the newsletter adds to the platform's registries."""

from vicinia.accounts.roles import Role
from vicinia.core.staff import grants
from vicinia.core.staff.grants import ALL, VIEW, Grant
from vicinia.core.tasks import retries
from vicinia.core.tasks.retries import RetryPolicy
from vicinia.core.tasks.schedule import Job, jobs

WRITERS = (Role.EDITOR, Role.PUBLISHER, Role.ADMINISTRATOR)
READERS = (Role.DIRECTOR,)


def register() -> None:
    """Called once when the application starts."""
    from .issues import notifications as _issue_notifications  # noqa: F401 - connects its listeners
    from .issues.tasks import RETRY_DELAYS, forget_deliveries, is_passing, send_copies
    from .subscriptions import notifications as _notifications  # noqa: F401 - connects its listeners
    from .subscriptions.tasks import forget_unconfirmed_requests

    grants.grants.register(
        "campaigns.newsletter",
        [
            *(
                Grant(role, f"campaigns.{model}", ALL)
                for role in WRITERS
                for model in ("issue", "newslettertopic")
            ),
            *(Grant(role, "campaigns.subscriber", VIEW) for role in WRITERS),
            *(
                Grant(role, f"campaigns.{model}", VIEW)
                for role in READERS
                for model in ("issue", "newslettertopic", "subscriber")
            ),
        ],
    )
    retries.register(send_copies, RetryPolicy(when=is_passing, delays=RETRY_DELAYS))
    jobs.register("newsletter.forget_unconfirmed", Job(forget_unconfirmed_requests, "20 4 * * *"))
    jobs.register("newsletter.forget_deliveries", Job(forget_deliveries, "30 4 * * *"))
