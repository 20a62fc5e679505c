"""What other sites may show inside a page, and only after the reader asks for it.

A short list of hosts, each with who receives the reader's data: pages name no other, and the
Content-Security-Policy of a page allows the one that it shows. Pure: addresses in, addresses out.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import SplitResult, parse_qs, urlencode, urlsplit

# Degrees shown at zoom 0, halved by each step: what the map's own "share" makes.
WHOLE_WORLD = 360.0
NEAREST = 19
MAP_USUAL = 16
CODE = re.compile(r"[A-Za-z0-9_-]{6,64}")


class UnknownHost(Exception):
    """The address is of a site that pages may not show, or of no video or map of a known one."""


@dataclass(frozen=True, slots=True)
class Embedded:
    """What is shown after the click: its frame, the page where it lives, who receives the reader's data."""

    site: str
    receiver: str
    page_url: str
    frame_url: str
    is_map: bool = False

    @property
    def origin(self) -> str:
        """Scheme and host of the frame, as the policy names it."""
        parts = urlsplit(self.frame_url)
        return f"{parts.scheme}://{parts.netloc}"


def embedded(url: str, *, peertube: str = "") -> Embedded:
    """Return what an address shows; `peertube` is the host of the municipality's own instance, if it has one.

    Raises UnknownHost.
    """
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
    except ValueError as error:
        raise UnknownHost(url) from error
    reader = READERS.get(host)
    if peertube and host == peertube.removeprefix("www."):
        reader = _peertube
    if parts.scheme != "https" or reader is None or parts.username or (found := reader(parts)) is None:
        raise UnknownHost(host or url)
    return found


def _youtube(parts: SplitResult) -> Embedded | None:
    last = parts.path.rstrip("/").rsplit("/", 1)[-1]
    code = parse_qs(parts.query).get("v", [last])[0]
    if not CODE.fullmatch(code) or code in {"channel", "playlist", "results"}:
        return None
    return Embedded(
        "YouTube",
        "Google",
        f"https://www.youtube.com/watch?v={code}",
        f"https://www.youtube-nocookie.com/embed/{code}",
    )


def _vimeo(parts: SplitResult) -> Embedded | None:
    found = re.fullmatch(r"/(?:video/)?(\d{5,12})(?:/([0-9a-f]{6,16}))?/?", parts.path)
    if found is None:
        return None
    number, key = found.groups()
    key = key or parse_qs(parts.query).get("h", [""])[0]
    query = urlencode({"dnt": "1"} | ({"h": key} if re.fullmatch(r"[0-9a-f]{6,16}", key) else {}))
    return Embedded(
        "Vimeo", "Vimeo", f"https://vimeo.com/{number}", f"https://player.vimeo.com/video/{number}?{query}"
    )


def _openstreetmap(parts: SplitResult) -> Embedded | None:
    place = re.fullmatch(r"map=(\d{1,2})/(-?[\d.]{1,12})/(-?[\d.]{1,12}).*", parts.fragment)
    query = parse_qs(parts.query)
    try:
        marked = float(query["mlat"][0]), float(query["mlon"][0])
    except (KeyError, ValueError):
        marked = None
    try:
        zoom = min(int(place[1]), NEAREST) if place else MAP_USUAL
        centre = (float(place[2]), float(place[3])) if place else marked
    except ValueError:
        return None
    if centre is None or not (abs(centre[0]) <= 85 and abs(centre[1]) <= 180):
        return None
    return _map(centre, marked or centre, zoom)


def _map(centre: tuple[float, float], marked: tuple[float, float], zoom: int) -> Embedded:
    half = WHOLE_WORLD / 2**zoom
    north, east = centre
    box = (east - half, north - half / 2, east + half, north + half / 2)
    query = urlencode(
        {
            "bbox": ",".join(f"{each:.5f}" for each in box),
            "layer": "mapnik",
            "marker": f"{marked[0]:.5f},{marked[1]:.5f}",
        }
    )
    page = f"?mlat={marked[0]:.5f}&mlon={marked[1]:.5f}#map={zoom}/{north:.5f}/{east:.5f}"
    return Embedded(
        "OpenStreetMap",
        "OpenStreetMap Foundation",
        f"https://www.openstreetmap.org/{page}",
        f"https://www.openstreetmap.org/export/embed.html?{query}",
        is_map=True,
    )


def _peertube(parts: SplitResult) -> Embedded | None:
    found = re.fullmatch(r"/(?:w|videos/watch|videos/embed)/([A-Za-z0-9-]{8,64})/?", parts.path)
    if found is None:
        return None
    host = parts.hostname or ""
    return Embedded(
        "PeerTube", host, f"https://{host}/w/{found[1]}", f"https://{host}/videos/embed/{found[1]}"
    )


READERS: dict[str, Callable[[SplitResult], Embedded | None]] = {
    "youtube.com": _youtube,
    "youtube-nocookie.com": _youtube,
    "youtu.be": _youtube,
    "vimeo.com": _vimeo,
    "player.vimeo.com": _vimeo,
    "openstreetmap.org": _openstreetmap,
}
