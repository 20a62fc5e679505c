"""What the foundation itself holds about a person: the account, files, the trail of operations."""

from __future__ import annotations

from collections.abc import Iterator

from allauth.account.models import EmailAddress
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vicinia.accounts.models import User
from vicinia.accounts.roles import Role, roles_of
from vicinia.core.audit.models import AuditEntry
from vicinia.core.audit.words import action_words, kind_words
from vicinia.core.files.models import StoredFile
from vicinia.core.traces.queries import accesses_to, screen_names

from .registry import WORK_OF_THE_OFFICE, Field, PersonalSource, Section

SCREENS = "How the person's own staff screens look; they read and change it there."
SHORT = "What the editor needs while somebody writes; it goes by itself."


def account_sections(user: User) -> Iterator[Section]:
    """Return who the person is and their addresses."""
    labels = {role.value: str(role.label) for role in Role}
    languages = {code: str(name) for code, name in settings.LANGUAGES}
    yield Section(
        "account",
        _("Your account"),
        (
            Field("first_name", _("First name")),
            Field("last_name", _("Last name")),
            Field("email", _("E-mail")),
            Field("language", _("Language of the mails")),
            Field("registered_at", _("Registered on")),
            Field("last_sign_in", _("Last sign-in")),
            Field("roles", _("Roles in the office")),
        ),
        (
            (
                user.first_name,
                user.last_name,
                user.email,
                languages.get(user.language, user.language),
                user.date_joined,
                user.last_login,
                ", ".join(sorted(labels.get(name, name) for name in roles_of(user))),
            ),
        ),
        why=_("To let you sign in and to write to you about what you do here (GDPR, art. 6(1)(e))."),
    )
    addresses = EmailAddress.objects.filter(user=user).order_by("-primary", "email")
    yield Section(
        "addresses",
        _("E-mail addresses"),
        (
            Field("address", _("Address")),
            Field("is_confirmed", _("Confirmed")),
            Field("is_main", _("The one you sign in with")),
        ),
        tuple((each.email, each.verified, each.primary) for each in addresses),
        why=_("You sign in with one of them and receive mails there."),
    )


def trail_sections(user: User) -> Iterator[Section]:
    """Return the files that the person has uploaded and the operations in their name."""
    files = StoredFile.objects.filter(uploaded_by=user).order_by("-created_at")
    yield Section(
        "files",
        _("Files you uploaded"),
        (
            Field("name", _("Name")),
            Field("content_type", _("Type")),
            Field("size", _("Size in bytes")),
            Field("sha256", "SHA-256"),
            Field("received_at", _("Received at")),
        ),
        tuple((each.name, each.content_type, each.size, each.sha256, each.created_at) for each in files),
        why=_("They are part of the applications for which you uploaded them."),
        is_counted=True,
    )
    entries = AuditEntry.objects.filter(actor=user).values_list("at", "action", "target_type", "target_label")
    yield Section(
        "operations",
        _("Operations recorded in your name"),
        (
            Field("at", _("When")),
            Field("what", _("What was done")),
            Field("kind", _("Kind of object")),
            Field("object", _("Object")),
        ),
        tuple(
            (at, action_words(action), kind_words(kind), label)
            for at, action, kind, label in entries.iterator(chunk_size=2_000)
        ),
        why=_("So that it can always be shown who did what (GDPR, arts. 5(2) and 32)."),
        is_counted=True,
    )


def access_sections(user: User) -> Iterator[Section]:
    """Return who of the office saw the person's data: the role, not the name."""
    labels = {role.value: str(role.label) for role in Role}
    names, years = screen_names(), settings.RETENTION_ACCESSES_YEARS
    yield Section(
        "accesses",
        _("Who of the office saw your data"),
        (
            Field("at", _("When")),
            Field("role", _("Role")),
            Field("screen", _("Screen")),
            Field("way", _("How")),
        ),
        tuple(
            (
                access.at,
                ", ".join(labels.get(name, name) for name in access.reader_roles.split(",") if name)
                or _("Administrator"),
                names.get(access.screen, access.screen),
                access.get_way_display(),
            )
            for access in accesses_to(user)
        ),
        why=_("Whoever opens a screen with data of people leaves a trace, kept for %(length)s.")
        % {"length": ngettext("%(count)s year", "%(count)s years", years) % {"count": years}},
    )


ACCOUNT = PersonalSource(
    account_sections,
    told=frozenset(
        {
            "accounts.User.email",
            "accounts.User_groups.user",
            "account.EmailAddress.user",
            "account.EmailAddress.email",
        }
    ),
    not_told={
        "accounts.User_user_permissions.user": "Never used: rights come from roles alone.",
        "wagtailusers.UserProfile.user": SCREENS,
        "wagtailadmin.EditingSession.user": SHORT,
        "wagtailadmin.FormState.user": SHORT,
        "wagtailcore.PageSubscription.user": SCREENS,
        "wagtailcore.UploadedFile.uploaded_by_user": SHORT,
    },
)

ACCESSES = PersonalSource(
    access_sections,
    told=frozenset({"core.DataAccess.subject"}),
    not_told={"core.DataAccess.reader": WORK_OF_THE_OFFICE},
)

TRAIL = PersonalSource(
    trail_sections,
    told=frozenset({"core.AuditEntry.actor", "core.StoredFile.uploaded_by"}),
    not_told={
        "core.TableImport.by": WORK_OF_THE_OFFICE,
        "core.ImportRun.by": WORK_OF_THE_OFFICE,
        "core.Progress.started_by": SHORT,
        "wagtailcore.Revision.user": WORK_OF_THE_OFFICE,
        "wagtailcore.Page.owner": WORK_OF_THE_OFFICE,
        "wagtailcore.Page.locked_by": WORK_OF_THE_OFFICE,
        "wagtailcore.PageLogEntry.user": "The audit trail has the same writes.",
        "wagtailcore.ModelLogEntry.user": "The audit trail has the same writes.",
        "wagtailcore.WorkflowState.requested_by": WORK_OF_THE_OFFICE,
        "wagtailcore.TaskState.finished_by": WORK_OF_THE_OFFICE,
        "wagtailcore.Comment.user": WORK_OF_THE_OFFICE,
        "wagtailcore.Comment.resolved_by": WORK_OF_THE_OFFICE,
        "wagtailcore.CommentReply.user": WORK_OF_THE_OFFICE,
        "wagtailimages.Image.uploaded_by_user": WORK_OF_THE_OFFICE,
        "wagtaildocs.Document.uploaded_by_user": WORK_OF_THE_OFFICE,
        "wagtail_localize.StringTranslation.last_translated_by": WORK_OF_THE_OFFICE,
        "wagtail_localize.SegmentOverride.last_translated_by": WORK_OF_THE_OFFICE,
    },
)
