"""The blocks of a page's body. A block that shows data stores a key, never the data's shape."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.table_block.blocks import TableBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock

RICH_TEXT = ["h2", "h3", "bold", "italic", "ol", "ul", "link", "document-link"]


class StepBlock(blocks.StructBlock):
    """One of the things to do, in order."""

    title = blocks.CharBlock(label=_("what to do"), max_length=120)
    text = blocks.TextBlock(label=_("explanation"), required=False)


class CalloutBlock(blocks.StructBlock):
    """A short text that must not be missed."""

    title = blocks.CharBlock(label=_("title"), max_length=120)
    text = blocks.RichTextBlock(label=_("text"), features=["bold", "italic", "link"])

    class Meta:
        label = _("call-out")
        icon = "warning"
        template = "blocks/callout.html"


class QuestionBlock(blocks.StructBlock):
    """A question that people ask and its answer."""

    question = blocks.CharBlock(label=_("question"), max_length=200)
    answer = blocks.RichTextBlock(label=_("answer"), features=["bold", "italic", "ul", "ol", "link"])


class BodyBlock(blocks.StreamBlock):
    """The body of an editorial page."""

    text = blocks.RichTextBlock(label=_("text"), features=RICH_TEXT, template="blocks/text.html")
    image = ImageBlock(label=_("image"), template="blocks/image.html")
    callout = CalloutBlock()
    steps = blocks.ListBlock(StepBlock(), label=_("steps"), icon="list-ol", template="blocks/steps.html")
    questions = blocks.ListBlock(
        QuestionBlock(), label=_("questions"), icon="help", template="blocks/questions.html"
    )
    table = TableBlock(label=_("table"), template="blocks/table.html")
    document = DocumentChooserBlock(label=_("document"), template="blocks/document.html")

    class Meta:
        required = False
