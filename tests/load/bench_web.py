"""How much one machine serves: the home page from memory and without, and what a page weighs.

The peer of the cached page is a Django with empty MIDDLEWARE whose view returns the same bytes,
under the same server command, measured in turns so that both meet the same machine.
"""

from __future__ import annotations

import json
import re
import statistics
import sys
import urllib.request
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import urljoin

from tests.load.results import report, say, wanted
from tests.load.workshop import ROOT, Workshop, workshop
from tests.support.ports import free_port

sys.path.append(str(ROOT / "tools"))

ROUNDS = 5
SECONDS = 4
CLIENTS = 16
CROWD, CROWD_WORKERS = 200, 4
# wagtail/bakerydemo's home page: 27-42 ms and 40-48 queries on the machine where the goal was set.
BAKERYDEMO = {"ms": 27.0, "queries": 40}


def main() -> None:
    """Prepare a demo site, then measure."""
    with workshop() as shop:
        say("preparing a demo site (a minute)")
        shop.manage("prepare", "--static-stamp", "bench")
        # What the site does in the background after it is born would be measured too.
        for queue in ("default", "slow"):
            shop.manage("run_worker", "--queue", queue, "--batch")
        if wanted("web.uncached_home"):
            uncached_home(shop)
        if wanted("web.css_js") or wanted("web.home_html") or wanted("web.cached_home"):
            served(shop)
        if wanted("web.crowd"):
            crowd(shop)


def command_for(port: int, application: str, *, workers: int = 1) -> list[str]:
    """The server command of `make run`."""
    from run import web_command

    config = SimpleNamespace(HOST="127.0.0.1", PORT=port, WEB_WORKERS=workers, WEB_THREADS=4)
    return web_command(config, application)


def uncached_home(shop: Workshop) -> None:
    """Queries and milliseconds of a page not kept whole: a signed-in reader's, then the very first."""
    found = shop.measure("tests.load.uncached")
    goals = {"queries": 20, "ms": BAKERYDEMO["ms"] / 2}
    for unit, goal in goals.items():
        peer = {"name": "wagtail/bakerydemo", "value": BAKERYDEMO[unit]}
        report(f"web.uncached_home.{unit}", found["kept"][unit], unit, at_most=goal, peer=peer)
        # Right after something was published; the goal is for what readers meet the rest of the time.
        report(f"web.uncached_home.first.{unit}", found["first"][unit], unit, peer=peer)


def served(shop: Workshop) -> None:
    """What a phone downloads, and how many home pages a second leave the machine."""
    port = free_port()
    url = f"http://127.0.0.1:{port}/"
    with shop.serving(command_for(port, "vicinia.wsgi:application"), url, PORT=str(port)):
        page = read(url)
        report("web.home_html_gzip_kb", len(page.body) / 1000, "kB", at_most=25)
        report("web.css_js_gzip_kb", css_and_js(url) / 1000, "kB", at_most=40)
        if wanted("web.cached_home"):
            compare(shop, url, page)


class Answer:
    """A page as a phone's browser receives it."""

    def __init__(self, body: bytes, encoding: str) -> None:
        self.body, self.encoding = body, encoding


def read(url: str) -> Answer:
    """Read a page, compressed."""
    request = urllib.request.Request(url, headers={"Accept-Encoding": "gzip"})
    with urllib.request.urlopen(request, timeout=30) as answer:
        return Answer(answer.read(), answer.headers.get("Content-Encoding", ""))


def css_and_js(url: str) -> int:
    """Bytes of all style sheets and scripts that the home page names, compressed."""
    with urllib.request.urlopen(url, timeout=30) as answer:
        html = answer.read().decode()
    found = re.findall(r'<link rel="stylesheet" href="([^"]+)"|<script src="([^"]+)"', html)
    addresses = {urljoin(url, css or script) for css, script in found}
    return sum(len(read(address).body) for address in addresses)


def compare(shop: Workshop, url: str, page: Answer) -> None:
    """Requests a second of both, in turns."""
    body = shop.folder / "page"
    body.write_bytes(page.body)
    port = free_port()
    bare = f"http://127.0.0.1:{port}/"
    variables = {"BARE_BODY": str(body), "BARE_ENCODING": page.encoding}
    rates: dict[str, list[float]] = {url: [], bare: []}
    with shop.serving(command_for(port, "tests.load.bare:application"), bare, **variables):
        for number in range(ROUNDS + 1):
            for address in (url, bare) if number % 2 else (bare, url):
                rate = load(address, connections=CLIENTS)["per_second"]
                # The first round warms both up.
                if number:
                    rates[address].append(rate)
                    say(f"{'bare Django' if address == bare else 'cached home'}: {rate:.0f} a second")
    ours, theirs = statistics.median(rates[url]), statistics.median(rates[bare])
    peer = {"name": "Django with empty MIDDLEWARE, same bytes", "value": round(theirs, 1)}
    report("web.cached_home.per_second", ours, "requests/s", peer=peer)
    report("web.cached_home.ratio_to_bare", ours / theirs, "ratio", at_least=0.8)


def load(url: str, *, connections: int, seconds: float = SECONDS) -> dict[str, Any]:
    """Load an address from a process of its own."""
    import subprocess

    client = Path(__file__).with_name("client.py")
    command = [sys.executable, client, url, "--seconds", seconds, "--connections", connections]
    result = subprocess.run(list(map(str, command)), capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def crowd(shop: Workshop) -> None:
    """Two hundred readers at once, on more processes than cores: nobody is refused."""
    port = free_port()
    url = f"http://127.0.0.1:{port}/"
    command = command_for(port, "vicinia.wsgi:application", workers=CROWD_WORKERS)
    with shop.serving(command, url, PORT=str(port)):
        found = load(url, connections=CROWD, seconds=6)
    report("web.crowd.failed_percent", 100 * found["errors"] / found["requests"], "%", at_most=0)
    report("web.crowd.p99_ms", found["p99_ms"], "ms")


if __name__ == "__main__":
    main()
