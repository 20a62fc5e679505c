"""Pictures as readers get them: who made them, how light they are; videos in parts."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from django.core.cache import caches
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.test import Client
from django.urls import reverse
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.models import AbstractImage

from tests.factories.documents import image_bytes
from tests.factories.pages import InformationPageFactory
from tests.support.editing import UNCLOSED, office
from tests.support.html import read
from vicinia.accounts.roles import Role
from vicinia.core.pages.pictures import body_images

pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings(UNCLOSED)]


def test_who_made_a_picture_is_said_under_it(client: Client) -> None:
    editor, file = office(Role.EDITOR), ImageFile(BytesIO(image_bytes()), "casa.png")
    sent = {"title": "Casa", "file": file, "credit": " Anna Bianchi, CC BY 4.0 "}
    assert editor.post(reverse("wagtailimages:add"), sent).status_code == 302
    image = get_image_model().objects.get()
    InformationPageFactory(slug="pagina", image=image, image_alt="Una casa")
    assert "Foto: Anna Bianchi, CC BY 4.0" in read(client, "/pagina/").text
    edit = reverse("wagtailimages:edit", args=[image.pk])
    assert "Anna Bianchi, CC BY 4.0" in editor.get(edit).content.decode()
    editor.post(edit, {"title": "Casa", "credit": ""})
    caches["renditions"].clear()
    assert body_images([image_with_words()])[0].credit == ""  # type: ignore[union-attr]


def test_no_reader_waits_for_the_lighter_pictures(settings: Any) -> None:
    settings.AVIF_PICTURES = True
    get_image_model().objects.create(title="Casa", file=ImageFile(BytesIO(image_bytes()), "casa.png"))
    (before,) = body_images([image_with_words()])
    caches["renditions"].clear()
    (after,) = body_images([image_with_words()])
    assert before
    assert after
    assert not before.avif
    assert ".avif 40w" in after.avif
    assert after.url.endswith(".webp")


def image_with_words() -> AbstractImage:
    """The only image, as a block uses it."""
    image: AbstractImage = get_image_model().objects.get()
    image.contextual_alt_text = "Una casa"
    return image


def test_a_video_is_sent_in_the_parts_that_players_ask_for(client: Client) -> None:
    film = get_document_model().objects.create(title="Film", file=ContentFile(b"0123456789", "film.mp4"))
    part = client.get(film.url, headers={"Range": "bytes=2-4"})
    assert (part.status_code, part.content, part["Content-Range"]) == (206, b"234", "bytes 2-4/10")
    assert part["Content-Type"] == "video/mp4"
    assert client.get(film.url, headers={"Range": "bytes=-3"}).content == b"789"
    assert client.get(film.url, headers={"Range": "bytes=99-"}).status_code == 416
    whole = client.get(film.url, headers={"Range": "righe=1-2"})
    assert b"".join(whole.streaming_content) == b"0123456789"  # type: ignore[attr-defined]
