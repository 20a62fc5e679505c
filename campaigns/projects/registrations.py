"""What school projects add to the platform's registries."""

from vicinia.accounts.roles import Role
from vicinia.core.staff import grants
from vicinia.core.staff.grants import ALL, VIEW, Grant

WRITERS = (Role.SCHOOLS_OFFICE, Role.ADMINISTRATOR)
READERS = (Role.DIRECTOR, Role.EDITOR, Role.PUBLISHER)


def register() -> None:
    """Called once when the application starts."""
    from .enrolments import notifications as _notifications  # noqa: F401 - connects its listeners

    grants.grants.register(
        "campaigns.projects",
        [
            *(
                Grant(role, f"campaigns.{model}", ALL)
                for role in WRITERS
                for model in ("schoolproject", "edition")
            ),
            *(Grant(role, "campaigns.enrolment", VIEW) for role in (*WRITERS, Role.DIRECTOR)),
            *(
                Grant(role, f"campaigns.{model}", VIEW)
                for role in READERS
                for model in ("schoolproject", "edition")
            ),
        ],
    )
