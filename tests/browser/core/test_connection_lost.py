"""A body's document is on its way when the connection goes: a real server, a real half of a request."""

from __future__ import annotations

import re
import socket

import requests

from tests.factories.documents import pdf_bytes
from tests.support.pages import DEMO_PASSWORD
from tests.support.running_site import RunningSite

MEMBER, BOUNDARY = "volontari@demo.example", "half-a-file"
# More than a server keeps in one piece of memory, and than one packet holds.
SIZE = 3_000_000


def test_an_upload_that_stops_half_way_leaves_nothing_and_the_next_one_arrives(site: RunningSite) -> None:
    browser = requests.Session()
    sign_in(browser, site.url)
    address = upload_address(browser, site.url)
    token = token_of(browser.get(address, timeout=30).text)
    body = multipart(token, pdf_bytes() + b"%" * SIZE)
    head = (
        f"POST {address.removeprefix(site.url)} HTTP/1.1\r\n"
        f"Host: localhost:{site.port}\r\n"
        f"Referer: {address}\r\n"
        f"Cookie: {'; '.join(f'{cookie.name}={cookie.value}' for cookie in browser.cookies)}\r\n"
        f"Content-Type: multipart/form-data; boundary={BOUNDARY}\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    before = browser.get(address, timeout=30).text
    with socket.create_connection(("localhost", site.port), timeout=30) as connection:
        connection.sendall(head.encode() + body[: len(body) // 2])
    after = browser.get(address, timeout=30)
    assert without_tokens(after.text) == without_tokens(before)
    assert "Traceback" not in site.log_tail()

    # The same form again, whole this time: it is read to its end (and the padding makes it no right PDF).
    answer = browser.post(
        address,
        data=multipart(token_of(after.text), b"%PDF-1.7\n" + b"%" * SIZE),
        headers={"Content-Type": f"multipart/form-data; boundary={BOUNDARY}", "Referer": address},
        timeout=30,
    )
    assert answer.status_code == 422


def sign_in(browser: requests.Session, url: str) -> None:
    """Open the session of a member."""
    door = f"{url}/accedi/login/"
    data = {
        "csrfmiddlewaretoken": token_of(browser.get(door, timeout=30).text),
        "login": MEMBER,
        "password": DEMO_PASSWORD,
    }
    assert browser.post(door, data=data, headers={"Referer": door}, timeout=30).ok


def upload_address(browser: requests.Session, url: str) -> str:
    """The form of the insurance of the member's body."""
    page = browser.get(f"{url}/area-riservata/", timeout=30).text
    found = re.search(r'href="(/area-riservata/enti/\d+/)documenti/', page)
    assert found, page[:2000]
    return f"{url}{found[1]}documenti/assicurazione-volontari/carica/"


def token_of(html: str) -> str:
    """The form's token against foreign requests."""
    found = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', html)
    assert found, html[:2000]
    return found[1]


def without_tokens(html: str) -> str:
    """A page without what differs each time it is opened."""
    return re.sub(r'value="\w{64}"|nonce="[^"]+"', "", html)


def multipart(token: str, content: bytes) -> bytes:
    """The body of the form, as a browser writes it."""
    fields = {"csrfmiddlewaretoken": token, "expires_on": "2030-01-31"}
    parts = [
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
        for name, value in fields.items()
    ]
    file = (
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="polizza.pdf"\r\n'
        "Content-Type: application/pdf\r\n\r\n"
    )
    return "".join([*parts, file]).encode() + content + f"\r\n--{BOUNDARY}--\r\n".encode()
