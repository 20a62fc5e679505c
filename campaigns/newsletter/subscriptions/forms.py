"""What the newsletter's pages ask."""

from __future__ import annotations

from django import forms
from django.utils.functional import lazy
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from .consent_text import current_text
from .models import NewsletterTopic


class TopicsField(forms.ModelMultipleChoiceField[NewsletterTopic]):
    """The open topics, each with its line of explanation."""

    def label_from_instance(self, obj: NewsletterTopic) -> str:
        """Name and description, as one label that a screen reader reads whole."""
        return (
            format_html("<span><strong>{}.</strong> {}</span>", obj.name, obj.description)
            if obj.description
            else obj.name
        )


def topics_field(*, required: bool) -> TopicsField:
    """Make the field with the boxes to tick."""
    return TopicsField(
        queryset=NewsletterTopic.objects.open(),
        label=_("What do you want to hear about?"),
        widget=forms.CheckboxSelectMultiple,
        required=required,
        error_messages={"required": _("Choose at least one topic.")},
    )


class EmailForm(forms.Form):
    """An address alone: to receive the link to one's own preferences."""

    email = forms.EmailField(
        label=_("Your e-mail address"),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "required": _("Write your e-mail address."),
            "invalid": _("This address is not complete: it should look like name@example.org."),
        },
    )


class SubscribeForm(EmailForm):
    """Address, topics, and the sentence agreed to."""

    topics = topics_field(required=True)
    consent = forms.BooleanField(
        label=lazy(current_text, str)(),
        error_messages={"required": _("Without your consent we may not write to you: tick the box.")},
    )


class PreferencesForm(forms.Form):
    """The topics of a subscriber."""

    topics = topics_field(required=True)
