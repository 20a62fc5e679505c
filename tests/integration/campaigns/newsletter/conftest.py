"""Who writes, about what, and a real mail server."""

from collections.abc import Iterator
from typing import Any

import pytest

from campaigns.newsletter.subscriptions.models import NewsletterTopic
from tests.factories.accounts import UserFactory
from tests.factories.newsletter import make_topic
from tests.support.smtp import Inbox, mail_server
from vicinia.accounts.models import User
from vicinia.accounts.roles import Role


@pytest.fixture
def editor() -> User:
    return UserFactory(role=Role.EDITOR)


@pytest.fixture
def topic() -> NewsletterTopic:
    return make_topic()


@pytest.fixture
def smtp(settings: Any) -> Iterator[Inbox]:
    """A real mail server, and the platform's real SMTP backend."""
    with mail_server() as inbox:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", inbox.port
        yield inbox
