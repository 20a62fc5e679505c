"""What other sites may show in a page: few hosts, known by their address."""

from __future__ import annotations

import pytest

from vicinia.core.pages.embeds import UnknownHost, embedded


@pytest.mark.parametrize(
    ("url", "frame"),
    [
        ("https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=3s", "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ"),
        ("https://youtu.be/dQw4w9WgXcQ?si=abc", "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ"),
        ("https://m.youtube.com/shorts/dQw4w9WgXcQ", "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ"),
        ("https://vimeo.com/123456789/abcdef12", "https://player.vimeo.com/video/123456789?dnt=1&h=abcdef12"),
        ("https://video.comune.example/w/abcdEFGH1234", "https://video.comune.example/videos/embed/abcdEFGH1234"),
        (
            "https://www.openstreetmap.org/?mlat=45.07&mlon=7.68#map=17/45.07/7.68",
            "https://www.openstreetmap.org/export/embed.html?bbox=7.67725%2C45.06863%2C7.68275%2C45.07137"
            "&layer=mapnik&marker=45.07000%2C7.68000",
        ),
    ],
)  # fmt: skip
def test_the_address_of_a_page_gives_the_frame(url: str, frame: str) -> None:
    shown = embedded(url, peertube="video.comune.example")
    assert shown.frame_url == frame
    assert shown.frame_url.startswith(f"{shown.origin}/")
    # What the page links to gives the same frame again.
    assert (
        embedded(shown.page_url, peertube="video.comune.example").frame_url.split("?")[0]
        == frame.split("?")[0]
    )


@pytest.mark.parametrize(
    "url",
    [
        "https://video.example.org/w/abcdEFGH1234",
        "http://youtu.be/dQw4w9WgXcQ",
        "javascript:alert(1)//youtube.com/watch?v=dQw4w9WgXcQ",
        "https://youtube.com.example.org/watch?v=dQw4w9WgXcQ",
        "https://user@youtube.com/watch?v=dQw4w9WgXcQ",
        "https://www.youtube.com/watch?v=\"onload=",
        "https://www.youtube.com/playlist?list=PL1",
        "https://www.openstreetmap.org/#map=99/999/999",
        "https://[broken",
        "",
    ],
)  # fmt: skip
def test_any_other_address_is_refused(url: str) -> None:
    with pytest.raises(UnknownHost):
        embedded(url)
