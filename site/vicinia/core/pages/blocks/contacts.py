"""Offices and places, with the telephone numbers and hours that their records have today."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from vicinia.core.contacts import contact_choices, find_contacts

from .examples import contacts
from .groups import LINKS
from .shown import TitledBlock


class ContactBlock(blocks.FieldBlock):
    """The key of a record that people contact (`units:12`); only the editor reads the choices."""

    def __init__(self, **kwargs: Any) -> None:
        self.field = forms.ChoiceField(choices=contact_choices)
        super().__init__(**kwargs)


class ContactsBlock(TitledBlock):
    """How to reach offices and places, from their records: changed there, changed on every page."""

    contacts = blocks.ListBlock(ContactBlock(label=_("office or place")), label=_("whom to contact"))

    class Meta:
        label = _("contacts")
        icon = "mail"
        group = LINKS
        template = "blocks/contacts.html"
        description = _(
            "Offices and places with telephone, e-mail and hours, kept up to date by their records."
        )

    def components(self, value: Any, context: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return the records that there still are, in the editor's order."""
        return {"contacts": find_contacts(list(value["contacts"]))}

    def get_preview_value(self) -> Any:
        """Give the preview a title; the offices are the example's."""
        return self.normalize({"title": "Chi chiamare", "contacts": []})

    def example(self) -> Mapping[str, Any]:
        """Show offices that are not there."""
        return {"contacts": contacts()}


DECONSTRUCT_ALIASES = {ContactBlock: "wagtail.blocks.CharBlock"}
