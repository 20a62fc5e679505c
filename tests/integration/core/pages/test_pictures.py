"""Pictures of many pages at once, and again without asking."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from tests.factories.pictures import make_picture, make_pictures
from vicinia.core.page_cache import generation
from vicinia.core.pages.pictures import card_images, hero_image, logo_images

pytestmark = pytest.mark.django_db


@dataclass
class Thing:
    """Something with a picture."""

    image_id: int | None
    image_alt: str = "Una casa"


def test_a_dozen_pictures_cost_one_query_and_nothing_when_shown_again(
    known_generation: None, django_assert_num_queries: Any
) -> None:
    generation.current()
    things = [Thing(image.pk) for image in make_pictures(12)]
    with django_assert_num_queries(1):
        first = card_images(things)
    with django_assert_num_queries(0):
        assert card_images(things) == first
    assert len({image.url for image in first if image}) == 12


def test_the_same_picture_has_the_words_of_each_page() -> None:
    image = make_picture()
    one, none, other = card_images([Thing(image.pk, "Una casa"), Thing(None), Thing(image.pk, "")])
    assert none is None
    assert one
    assert other
    assert (one.alt, other.alt) == ("Una casa", "")
    assert one.url == other.url


def test_a_picture_says_its_real_size_and_offers_the_small_one_to_phones() -> None:
    image = make_picture()
    (card,) = card_images([Thing(image.pk)])
    assert card
    assert (card.width, card.height) == (800, 450)
    assert "400w" in card.srcset
    assert "800w" in card.srcset
    hero = hero_image(Thing(image.pk))
    assert hero
    assert hero.width == 1280
    (logo,) = logo_images([image.pk])
    assert logo
    assert (logo.width, logo.srcset, logo.alt) == (160, "", "")


def test_a_picture_that_is_gone_shows_nothing() -> None:
    assert card_images([Thing(999_999)]) == [None]


def test_a_picture_that_changes_is_read_again(django_capture_on_commit_callbacks: Any) -> None:
    image = make_picture()
    (before,) = card_images([Thing(image.pk)])
    image.renditions.update(file="images/nuova.webp")
    assert card_images([Thing(image.pk)]) == [before]
    with django_capture_on_commit_callbacks(execute=True):
        image.save()
    (after,) = card_images([Thing(image.pk)])
    assert after
    assert after.url.endswith("nuova.webp")
