"""The browser and the running site of the browser tests."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import BrowserContext

from tests.support import chromium
from tests.support.environment import OWN
from tests.support.identity_provider import CLIENT_ID, CLIENT_SECRET, Provider, identity_provider
from tests.support.pages import Watch
from tests.support.ports import free_port
from tests.support.running_site import RunningSite, running_site
from tests.support.smtp import Inbox, mail_server

# Playwright's synchronous interface runs an event loop in this thread; these tests wait on purpose.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest test begins, and the other process has the rest meanwhile."""
    items.sort(key=lambda item: item.path.name != "test_crawl.py")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Chromium as found on this machine; without any, every test fails with the reason."""
    path = chromium.find()
    return {**browser_type_launch_args, "executable_path": str(path), "args": chromium.FLAGS}


@pytest.fixture(scope="session")
def inbox() -> Iterator[Inbox]:
    """A real mail server."""
    with mail_server() as inbox:
        yield inbox


@pytest.fixture(scope="session")
def site_port() -> int:
    """The site's port, known before it starts: the provider wants to know where people come back."""
    return free_port()


@pytest.fixture(scope="session")
def provider(site_port: int) -> Iterator[Provider]:
    """A real provider of digital identities, whose form asks who one is."""
    with identity_provider(f"http://localhost:{site_port}") as provider:
        yield provider


@pytest.fixture(scope="session")
def site(database_store: None, inbox: Inbox, provider: Provider, site_port: int) -> Iterator[RunningSite]:
    """The demo, running, one for each process of the test run; its mails go to `inbox` by SMTP."""
    broker = {"EID_ISSUER": provider.issuer, "EID_CLIENT_ID": CLIENT_ID, "EID_CLIENT_SECRET": CLIENT_SECRET}
    with running_site(f"{OWN}_site", email_url=inbox.url, port=site_port, **broker) as site:
        yield site


@pytest.fixture(scope="session")
def base_url(site: RunningSite) -> str:
    """Addresses in `page.goto` count from the site."""
    return site.url


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any], base_url: str) -> dict[str, Any]:
    """An Italian reader at a desk who wants no motion."""
    return {
        **browser_context_args,
        "base_url": base_url,
        "locale": "it-IT",
        "timezone_id": "Europe/Rome",
        "viewport": {"width": 1280, "height": 800},
        "reduced_motion": "reduce",
    }


@pytest.fixture(autouse=True)
def watch(request: pytest.FixtureRequest) -> Iterator[Watch | None]:
    """Every browser test also proves that no request left the site and the console stayed clean."""
    if "context" not in request.fixturenames:
        yield None
        return
    context: BrowserContext = request.getfixturevalue("context")
    watch = Watch(request.getfixturevalue("site").url)
    watch.connect(context)
    yield watch
    watch.verify()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Any:
    """Show the end of the site's log with a failure."""
    report = yield
    site = getattr(item, "funcargs", {}).get("site")
    if report.failed and isinstance(site, RunningSite):
        report.sections.append(("log of the site", site.log_tail()))
    return report
