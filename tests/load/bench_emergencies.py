"""How long after a notice is raised every reader reads it, on pages that are kept whole, in both languages.

Two processes serve, a third raises the notice: each server learns of it from the database alone.
"""

from __future__ import annotations

import time
import urllib.request
from concurrent.futures import ThreadPoolExecutor

from tests.load.bench_web import command_for
from tests.load.results import report, say, wanted
from tests.load.workshop import Workshop, workshop
from tests.support.ports import free_port

PATHS = ("", "servizi/", "campagne/", "en/")
WORKERS = 2
ROUNDS = 3
# Each worker answers some of the requests: so many answers in a row with the notice mean that all have it.
IN_A_ROW = 12
MOST_SECONDS = 30


def main() -> None:
    """Raise a notice several times; the slowest page of the slowest round counts."""
    if not wanted("emergencies.banner"):
        return
    with workshop() as shop:
        say("preparing a demo site (a minute)")
        shop.manage("prepare", "--static-stamp", "bench")
        port = free_port()
        url = f"http://127.0.0.1:{port}/"
        command = command_for(port, "vicinia.wsgi:application", workers=WORKERS)
        with shop.serving(command, url, PORT=str(port)):
            seconds = [seen_after(shop, url, f"Allerta di prova {number}") for number in range(ROUNDS)]
    report("emergencies.banner.seconds", max(seconds), "s", at_most=2)


def seen_after(shop: Workshop, url: str, title: str) -> float:
    """Seconds from the commit of a notice to the last page that was still read without it."""
    for path in PATHS * IN_A_ROW:
        read(url + path)
    with ThreadPoolExecutor(len(PATHS)) as readers:
        last_without = [readers.submit(watch, url + path, title) for path in PATHS]
        committed = shop.measure("tests.load.raise_banner", title)["at"]
        seconds = max(each.result() for each in last_without) - committed
    say(f"{title}: {seconds:.2f} s")
    return max(seconds, 0)


def watch(address: str, title: str) -> float:
    """Read a page until all the servers show the notice; return when it was last read without it."""
    last, in_a_row, deadline = time.time(), 0, time.monotonic() + MOST_SECONDS
    while in_a_row < IN_A_ROW:
        if time.monotonic() > deadline:
            raise TimeoutError(f"{address} does not show the notice")
        if title in read(address):
            in_a_row += 1
        else:
            last, in_a_row = time.time(), 0
        time.sleep(0.02)
    return last


def read(address: str) -> str:
    """Read a page as it is kept."""
    with urllib.request.urlopen(address, timeout=MOST_SECONDS) as answer:
        return str(answer.read().decode())


if __name__ == "__main__":
    main()
