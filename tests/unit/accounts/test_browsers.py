"""What a browser says of itself, in words."""

import pytest

from vicinia.accounts.security.browsers import browser_and_system

WEBKIT = "AppleWebKit/537.36 (KHTML, like Gecko)"
WINDOWS, MAC = "Mozilla/5.0 (Windows NT 10.0; Win64; x64", "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)"
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X)"


@pytest.mark.parametrize(
    ("user_agent", "expected"),
    [
        (f"{WINDOWS}; rv:140.0) Gecko/20100101 Firefox/140.0", ("Firefox", "Windows")),
        (f"{WINDOWS}) {WEBKIT} Chrome/140.0 Safari/537.36 Edg/140.0", ("Edge", "Windows")),
        (f"Mozilla/5.0 (Linux; Android 15) {WEBKIT} Chrome/140.0 Mobile Safari", ("Chrome", "Android")),
        (f"{MAC} {WEBKIT} Version/18.5 Safari/605.1", ("Safari", "Mac")),
        (f"{IPHONE} CriOS/140.0 Mobile Safari/604.1", ("Chrome", "iPhone")),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", ("Firefox", "Linux")),
        ("curl/8.5", ("", "")),
        ("", ("", "")),
    ],
)  # fmt: skip
def test_the_usual_browsers_are_named(user_agent: str, expected: tuple[str, str]) -> None:
    assert browser_and_system(user_agent) == expected
