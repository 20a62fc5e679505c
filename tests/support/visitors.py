"""One browser of each kind of person who may come to the site."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from unittest import mock

from django.contrib import auth
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.template.response import SimpleTemplateResponse
from django.test import Client

from partners.organisations.enums import MemberRole, OrganisationStatus
from tests.factories.accounts import UserFactory
from tests.factories.partners import MembershipFactory, OrganisationFactory, SchoolContactFactory
from vicinia.accounts.models import User
from vicinia.accounts.roles import Role


def nobody() -> Client:
    """Who is not signed in."""
    return Client()


def citizen() -> Client:
    """Who has an account and nothing else."""
    return signed_in(UserFactory())


def representative() -> Client:
    """The legal representative of a verified body."""
    body = OrganisationFactory(status=OrganisationStatus.VERIFIED)
    return signed_in(MembershipFactory(organisation=body, role=MemberRole.LEGAL_REPRESENTATIVE).user)


def of_a_suspended_body() -> Client:
    """The legal representative of a body that the office has suspended."""
    body = OrganisationFactory(status=OrganisationStatus.SUSPENDED, status_reason="Sede chiusa")
    return signed_in(MembershipFactory(organisation=body, role=MemberRole.LEGAL_REPRESENTATIVE).user)


def teacher() -> Client:
    """Who works in a school."""
    return signed_in(SchoolContactFactory().user)


def without_a_role() -> Client:
    """Who worked for the office and has no role any more."""
    return signed_in(UserFactory(is_staff=True))


def of_the_office(role: Role) -> Client:
    """Who has this role."""
    return signed_in(UserFactory(role=role))


def signed_in(user: User) -> Client:
    """A browser of the person."""
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def opened(client: Client, address: str) -> HttpResponseBase:
    """Open the address; a file that it sends is read to its end, and so closed."""
    # Who is refused is told so on the next page: whoever never looks would carry hundreds of messages along.
    client.cookies.pop("messages", None)
    response = client.get(address)
    response.getvalue()
    return response


@contextmanager
def known_by_heart() -> Iterator[None]:
    """Who somebody is and what they may do is read once: where nobody’s rights change, half of the time."""
    read, people = auth.get_user, dict[str, User | AnonymousUser]()

    def remembered(request: HttpRequest) -> User | AnonymousUser:
        key = request.session.session_key
        if key is None:
            return AnonymousUser()
        if key not in people:
            people[key] = read(request)
        return people[key]

    with mock.patch.object(auth, "get_user", remembered):
        yield


@contextmanager
def drawing_nothing() -> Iterator[None]:
    """Pages are decided on and not drawn: where only the status is of interest."""
    with mock.patch.object(SimpleTemplateResponse, "rendered_content", ""):
        yield


WITHOUT_A_ROLE: dict[str, Callable[[], Client]] = {
    "not signed in": nobody,
    "citizen": citizen,
    "representative": representative,
    "of a suspended body": of_a_suspended_body,
    "teacher": teacher,
    "no role any more": without_a_role,
}
EVERYBODY = {**WITHOUT_A_ROLE, **{role.value: partial(of_the_office, role) for role in Role}}
