"""Topics as the tags of a page, each leading to all that the site has about it."""

from collections.abc import Iterable

from django.urls import reverse

from vicinia.core.components import Tag

from .models import Topic


def topic_tags(topics: Iterable[Topic], data_element: str = "topic-element") -> tuple[Tag, ...]:
    """Return a tag for each topic; `data_element` is what the public validator looks for."""
    return tuple(
        Tag(topic.name, reverse("topic", args=[topic.slug]), data_element=data_element) for topic in topics
    )
