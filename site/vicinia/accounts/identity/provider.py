"""The two halves of a sign-in through the broker: asking for it, and reading the answer.

allauth keeps the state in the session and exchanges the code (PKCE, S256); what is asked and what is
believed are ours. Unlike allauth's own provider this one lets no parameter of the request through: neither
`auth_params` nor `scope`, by which whoever follows a link could lower the level.
"""

from __future__ import annotations

import json
import secrets
from typing import Any

from allauth.account.utils import get_next_redirect_url
from allauth.socialaccount.models import SocialAccount, SocialApp, SocialLogin, SocialToken
from allauth.socialaccount.providers.base import AuthProcess
from allauth.socialaccount.providers.oauth2.client import OAuth2Client
from allauth.socialaccount.providers.oauth2.provider import OAuth2Provider
from allauth.socialaccount.providers.oauth2.views import OAuth2Adapter, OAuth2CallbackView
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation

from .broker import Broker, broker_of
from .id_token import Expected, doubtful, read_id_token
from .levels import ACCEPTED, REQUIRED, Level, acr_of, level_of
from .person import ASKED, ClaimsIncomplete, ProvenIdentity, proven_identity
from .refusals import IdentityRefused, Reason

PROVIDER = "eid"
SCOPE = ("openid", "profile", "email")


class IdentityLogin(SocialLogin):
    """allauth's sign-in under way, with the person whom the broker has proven."""

    def __init__(self, provider: IdentityProvider, identity: ProvenIdentity) -> None:
        # What the broker says is kept in our own columns; here only whose account it opens.
        super().__init__(
            account=SocialAccount(provider=PROVIDER, uid=identity.uid, extra_data={}), provider=provider
        )
        self.identity = identity


class BrokerAdapter(OAuth2Adapter):
    """Speaks with the broker for one request."""

    provider_id = PROVIDER
    # No token is kept, so nobody asks how long it would last.
    expires_in_key = ""

    def __init__(self, request: HttpRequest) -> None:
        super().__init__(request)
        self.broker: Broker = broker_of(settings.EID_ISSUER)
        # What was kept in the session when the person was sent away; the callback fills it.
        self.state: dict[str, Any] = {}

    @property
    def authorize_url(self) -> str:
        """Where people are sent."""
        return self.broker.configuration().authorization_endpoint

    @property
    def access_token_url(self) -> str:
        """Where the code is exchanged."""
        return self.broker.configuration().token_endpoint

    @property
    def basic_auth(self) -> bool:
        """Whether our secret goes into the header."""
        return self.broker.configuration().secret_in_header

    def get_callback_url(self, request: HttpRequest, app: SocialApp) -> str:
        """The one return address that the broker knows, whatever language the person reads."""
        with translation.override(settings.LANGUAGE_CODE):
            return request.build_absolute_uri(reverse("identity_callback"))

    def get_access_token_data(
        self,
        request: HttpRequest,
        app: SocialApp,
        client: OAuth2Client,
        pkce_code_verifier: str | None = None,
    ) -> dict[str, Any]:
        """Exchange the code; raises IdentityRefused when what comes is no answer to that."""
        try:
            found = super().get_access_token_data(request, app, client, pkce_code_verifier)
        except (KeyError, TypeError) as error:
            # allauth takes for granted that there is a content type, and an object.
            raise doubtful(f"the token endpoint answers no object: {type(error).__name__}") from error
        if not isinstance(found, dict):
            raise doubtful("the token endpoint answers no object")
        return found

    def complete_login(
        self, request: HttpRequest, app: SocialApp, token: SocialToken, *, response: dict[str, Any]
    ) -> IdentityLogin:
        """Check the tokens and return who has signed in; raises IdentityRefused."""
        id_token = str(response.get("id_token") or "")
        expected = Expected(self.broker.issuer, settings.EID_CLIENT_ID, str(self.state.get("nonce")))
        claims = read_id_token(id_token, key=self.broker.key_of(id_token), expected=expected)
        level = level_of(claims.get("acr"))
        if level not in ACCEPTED:
            raise IdentityRefused(Reason.LEVEL, "the level of the ID token is lower than asked")
        userinfo = self.broker.userinfo(token.token, subject=claims["sub"])
        try:
            identity = proven_identity(claims, userinfo, level=Level(level), way=str(self.state.get("way")))
        except ClaimsIncomplete as missing:
            raise IdentityRefused(Reason.INCOMPLETE, f"missing or wrong: {missing}") from missing
        return IdentityLogin(self.get_provider(), identity)


class IdentityProvider(OAuth2Provider):
    """The broker that the environment names."""

    id = PROVIDER
    name = "SPID/CIE"
    oauth2_adapter_class = BrokerAdapter
    pkce_enabled_default = True

    def begin(self, request: HttpRequest, *, way: str, again: bool) -> HttpResponse:
        """Send the person to the broker; `again` when the last time the level was too low."""
        nonce = secrets.token_urlsafe(32)
        return self.redirect(  # type: ignore[no-any-return]
            request,
            AuthProcess.LOGIN,
            get_next_redirect_url(request),
            nonce=nonce,
            way=way,
            language=translation.get_language(),
            scope=SCOPE,
            auth_params=authorization(nonce=nonce, way=way, again=again),
        )


def authorization(*, nonce: str, way: str, again: bool) -> dict[str, str]:
    """What we ask of the broker beside the standard parameters.

    The level is asked for twice: `acr_values` is a wish, an essential claim is a condition (Core 5.5.1.1).
    """
    level = {"essential": True, "values": [acr_of(level) for level in ACCEPTED]}
    asked = {"nonce": nonce, "acr_values": acr_of(REQUIRED)}
    asked["claims"] = json.dumps({"id_token": {"acr": level}, "userinfo": dict.fromkeys(ASKED)})
    if settings.EID_HINT_PARAMETER:
        asked[settings.EID_HINT_PARAMETER] = way
    if again:
        # A provider with a session of its own would give the same low level for ever.
        asked["prompt"] = "login"
    return asked


class CallbackView(OAuth2CallbackView):
    """The person comes back: the answer is read against what this session had asked."""

    adapter: BrokerAdapter

    def _get_state(
        self, request: HttpRequest, provider: IdentityProvider
    ) -> tuple[dict[str, Any] | None, HttpResponse | None]:
        state, response = super()._get_state(request, provider)
        if state is not None:
            self.adapter.state = state
            # Another issuer's answer must not be exchanged here (RFC 9207).
            if request.GET.get("iss", self.adapter.broker.issuer) != self.adapter.broker.issuer:
                raise doubtful("the answer is of another issuer")
        return state, response
