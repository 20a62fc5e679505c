"""Memory for pages: bounded, the least read goes first."""

import gzip
from datetime import UTC, datetime, timedelta

from django.http import HttpResponse

from vicinia.core.page_cache.store import ENTRY_OVERHEAD, Entry, PageStore, make_entry


def entry(body: bytes = b"<p>ciao</p>", **options: object) -> Entry:
    """A kept page."""
    return make_entry(HttpResponse(body), **{"generation": 1, "changes": [], **options})  # type: ignore[arg-type]


def test_the_least_read_page_makes_room() -> None:
    size = entry().size
    store = PageStore(max_bytes=3 * size)
    for name in ("a", "b", "c"):
        store.put(name, entry())
    store.get("a")
    store.put("d", entry())
    assert [name for name in "abcd" if store.get(name)] == ["a", "c", "d"]


def test_memory_is_bounded_whatever_is_asked() -> None:
    store = PageStore(max_bytes=50 * ENTRY_OVERHEAD)
    for number in range(1000):
        store.put(f"/?pagina={number}", entry(b"x" * 100))
    assert len(store) <= 50
    store.put("huge", entry(bytes(100 * ENTRY_OVERHEAD)))
    assert len(store) == 0


def test_a_page_put_twice_counts_once() -> None:
    store = PageStore(max_bytes=2 * entry().size)
    for _ in range(10):
        store.put("a", entry())
    store.put("b", entry())
    assert store.get("a")


def test_a_page_holds_until_the_first_instant_at_which_it_changes() -> None:
    now = datetime.now(UTC)
    past, soon, later = (now + timedelta(seconds=seconds) for seconds in (-1, 60, 600))
    assert entry(changes=[later, soon]).expires_at == soon.timestamp()
    assert entry(changes=[soon]).holds(1)
    assert not entry(changes=[soon]).holds(2)
    assert not entry(changes=[past]).holds(1)


def test_each_browser_gets_the_bytes_that_it_takes() -> None:
    body = b"<p>ciao</p>" * 200
    page = entry(body)
    get = {"REQUEST_METHOD": "GET"}
    status, headers, sent = page.answer_to({**get, "HTTP_ACCEPT_ENCODING": "gzip, br"})
    assert (status, gzip.decompress(sent)) == (200, body)
    assert dict(headers)["Content-Encoding"] == "gzip"
    assert dict(headers)["Content-Length"] == str(len(sent))
    assert page.answer_to(get)[2] == body
    head = page.answer_to({"REQUEST_METHOD": "HEAD"})
    assert head[2] == b""
    assert dict(head[1])["Content-Length"] == str(len(body))


def test_who_has_the_page_already_is_told_so() -> None:
    page = entry()
    for known in (page.etag, f'"x", {page.etag}', page.etag.removeprefix("W/"), "*"):
        status, _headers, body = page.answer_to({"REQUEST_METHOD": "GET", "HTTP_IF_NONE_MATCH": known})
        assert (status, body) == (304, b"")
    assert page.answer_to({"REQUEST_METHOD": "GET", "HTTP_IF_NONE_MATCH": '"other"'})[0] == 200
    assert entry(b"other").etag != page.etag
