"""What allauth asks us during a sign-in through the broker. Named in SOCIALACCOUNT_ADAPTER."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from allauth.account.internal.flows.login import record_authentication
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.base import AuthError
from django.conf import settings
from django.http import HttpRequest
from django.shortcuts import redirect
from django.utils import translation
from requests import RequestException, Response, Session

from . import outcome, pending, services
from .outcome import refuse
from .provider import PROVIDER, IdentityLogin, IdentityProvider
from .refusals import IdentityRefused, Reason

# Errors of RFC 6749 (4.1.2.1) and OpenID Connect (3.1.2.6, and "unmet_authentication_requirements").
ERRORS = {
    "access_denied": Reason.CANCELLED,
    "login_required": Reason.LEVEL,
    "unmet_authentication_requirements": Reason.LEVEL,
    "server_error": Reason.AWAY,
    "temporarily_unavailable": Reason.AWAY,
}


class IdentityAdapter(DefaultSocialAccountAdapter):
    """One broker, named by the environment; no account is opened by an address alone."""

    def list_apps(
        self, request: HttpRequest, provider: str | None = None, client_id: str | None = None
    ) -> list[SocialApp]:
        """Return the broker, or nothing when there is none; the table of apps is not used."""
        if not settings.EID_ISSUER:
            return []
        secret = settings.EID_CLIENT_SECRET
        return [SocialApp(provider=PROVIDER, client_id=settings.EID_CLIENT_ID, secret=secret)]

    def get_provider(
        self, request: HttpRequest, provider: str, client_id: str | None = None
    ) -> IdentityProvider:
        """Return the only provider that there is."""
        return IdentityProvider(request, app=self.get_app(request, provider=provider))

    def get_requests_session(self) -> Session:
        """Return a session that takes an answer of 5xx, from any of the broker's addresses, for silence.

        allauth would read it as an exchange that was refused, and the person would be told to be wary.
        """
        session: Session = super().get_requests_session()
        session.hooks["response"].append(refuse_broken)
        return session

    def pre_social_login(self, request: HttpRequest, sociallogin: IdentityLogin) -> None:
        """Let in whose account is linked; take the others to where they link or make one."""
        outcome.forget(request)
        with translation.override(sociallogin.state.get("language") or settings.LANGUAGE_CODE):
            if not sociallogin.is_existing:
                pending.keep(request, sociallogin.identity, next_url=sociallogin.state.get("next") or "")
                raise ImmediateHttpResponse(redirect("identity_link"))
            self._let_in(request, sociallogin)

    def _let_in(self, request: HttpRequest, sociallogin: IdentityLogin) -> None:
        user, identity = sociallogin.user, sociallogin.identity
        if request.user.is_authenticated and request.user != user:
            raise ImmediateHttpResponse(refuse(request, Reason.TAKEN))
        try:
            services.note_use(identity=identity, user=user, by=user)
        except services.IdentityTaken:
            raise ImmediateHttpResponse(refuse(request, Reason.TAKEN)) from None
        if request.user.is_authenticated:
            # Already inside with something weaker: from now on the session knows better.
            record_authentication(request, user, "socialaccount", provider=PROVIDER, uid=identity.uid)
            raise ImmediateHttpResponse(redirect(sociallogin.state.get("next") or "digital_identity"))

    def on_authentication_error(
        self,
        request: HttpRequest,
        provider: IdentityProvider,
        error: AuthError | None = None,
        exception: Exception | None = None,
        extra_context: dict[str, Any] | None = None,
    ) -> None:
        """Show our own page with the reason and the way out."""
        state = (extra_context or {}).get("state") or {}
        why = str(exception) if isinstance(exception, IdentityRefused) else type(exception).__name__
        raise ImmediateHttpResponse(refuse(request, reason_of(request, exception, state), state, why=why))


def refuse_broken(response: Response, *_args: object, **_options: object) -> None:
    """Raise HTTPError for a server that is broken, too busy or closed for a while."""
    if response.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR or (
        response.status_code == HTTPStatus.TOO_MANY_REQUESTS
    ):
        response.raise_for_status()


def reason_of(request: HttpRequest, exception: Exception | None, state: dict[str, Any]) -> Reason:
    """Return what the person is told; without a state nothing else in the answer can be believed."""
    if isinstance(exception, IdentityRefused):
        return exception.reason
    if isinstance(exception, RequestException):
        return Reason.AWAY
    if exception is None and not state:
        return Reason.EXPIRED
    return ERRORS.get(request.GET.get("error", ""), Reason.DOUBTFUL)
