"""The parts of a service's page that come in lists."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from vicinia.core.validators import validate_action_url

from .enums import AccessKind


class NeededBlock(blocks.StreamBlock):
    """What to bring."""

    thing = blocks.CharBlock(label=_("what is needed"), max_length=200)

    class Meta:
        required = False


class PhaseBlock(blocks.StructBlock):
    """A step of the procedure with its time."""

    when = blocks.CharBlock(label=_("when"), max_length=60, help_text=_("For example: within 30 days."))
    what = blocks.CharBlock(label=_("what happens"), max_length=200)


class TimesBlock(blocks.StreamBlock):
    """The phases of a procedure."""

    phase = PhaseBlock(label=_("phase"))

    class Meta:
        required = False


class ChannelBlock(blocks.StructBlock):
    """A way to reach the service."""

    kind = blocks.ChoiceBlock(label=_("channel"), choices=AccessKind.choices)
    label = blocks.CharBlock(
        label=_("text"), max_length=100, help_text=_("For example: Book an appointment; Via dei Tintori 14.")
    )
    url = blocks.CharBlock(
        label=_("address"), max_length=255, required=False, validators=[validate_action_url]
    )


class AccessBlock(blocks.StreamBlock):
    """All the ways to reach the service."""

    channel = ChannelBlock(label=_("channel"))
