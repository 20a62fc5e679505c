"""What school projects add to the platform's registries."""

from collections.abc import Sequence
from urllib.parse import quote

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin.viewsets.base import ViewSet

from vicinia.accounts.roles import Role
from vicinia.core.body_timeline import sources
from vicinia.core.demo import loaders
from vicinia.core.merging import Follower, followers
from vicinia.core.reserved_area import panels
from vicinia.core.staff.panels import Count, RolePanel, role_panels


def register() -> None:
    """Called once when the application starts."""
    from .catalogue.timeline import SOURCE
    from .certificates import notifications as _certificate_notifications  # noqa: F401 - connects its listeners
    from .certificates.demo import load_certificates
    from .certificates.screens import panel as certificates_panel
    from .demo import load_projects
    from .enrolments import notifications as _notifications  # noqa: F401 - connects its listeners
    from .enrolments.screens import panel

    # A class of the same name on both sides is settled by people first.
    followers.register("campaigns.Enrolment.school", Follower(_("classes signed up"), blocks=True))
    followers.register("campaigns.SchoolProject.partner", Follower(_("school projects")))
    sources.register("projects", SOURCE, order=55)
    loaders.register("projects", load_projects, order=62)
    loaders.register("certificates", load_certificates, order=63)
    panels.register("campaigns.projects", panel, order=35)
    panels.register("campaigns.certificates", certificates_panel, order=36)
    role_panels.register(
        "campaigns.projects",
        RolePanel(
            title=_("School projects"),
            roles=frozenset({Role.SCHOOLS_OFFICE}),
            counts=counts,
            action_label=_("Add an edition"),
            action_url=lambda: reverse("editions:add"),
        ),
        order=40,
    )


def staff_viewsets() -> Sequence[ViewSet]:
    """The office's screens (hook `register_admin_viewset`); each one puts itself in its menu group."""
    from .catalogue.viewsets import catalogue_viewsets
    from .certificates.viewsets import certificate_viewset
    from .enrolments.viewsets import enrolment_viewset

    return [*catalogue_viewsets, enrolment_viewset, certificate_viewset]


def counts(request: HttpRequest) -> list[Count]:
    """This school year's classes, and those that wait."""
    from .catalogue.models import Edition
    from .catalogue.queries import this_school_year
    from .certificates.queries import classes_to_certify
    from .certificates.viewsets import to_issue_url
    from .enrolments.models import Enrolment
    from .enrolments.queries import taken_and_waiting

    year = this_school_year()
    enrolments = f"{reverse('enrolments:index')}?edition__school_year={quote(year, safe='')}"
    confirmed, waiting = taken_and_waiting(year)
    open_now = Edition.objects.open_at(timezone.now()).count()
    to_certify = classes_to_certify(Enrolment.objects.all(), timezone.localdate()).count()
    return [
        Count(
            open_now,
            ngettext("edition open to sign-up", "editions open to sign-up", open_now),
            f"{reverse('editions:index')}?is_open=true",
        ),
        Count(
            confirmed,
            ngettext("class confirmed this year", "classes confirmed this year", confirmed),
            f"{enrolments}&state=confirmed",
        ),
        Count(
            waiting,
            ngettext("class on a waiting list", "classes on a waiting list", waiting),
            f"{enrolments}&state=waiting",
        ),
        Count(
            to_certify, ngettext("certificate to issue", "certificates to issue", to_certify), to_issue_url()
        ),
    ]
