"""All the blocks that an editor finds, in the order of the list."""

from wagtail import blocks

from .accordion import AccordionBlock
from .callout import CalloutBlock
from .cards import CardsBlock
from .chart import ChartBlock
from .contacts import ContactsBlock
from .document import DocumentBlock
from .documents import DocumentsBlock
from .embed import EmbedBlock
from .gallery import GalleryBlock
from .image import ImageBlock
from .numbers import NumbersBlock
from .questions import QuestionsBlock
from .quotation import QuotationBlock
from .steps import StepsBlock
from .table import TableBlock
from .text import TextBlock
from .timeline import TimelineBlock
from .video import VideoBlock


class BodyBlock(blocks.StreamBlock):
    """The body of an editorial page."""

    text = TextBlock()
    callout = CalloutBlock()
    steps = StepsBlock()
    accordion = AccordionBlock()
    questions = QuestionsBlock()
    timeline = TimelineBlock()
    quotation = QuotationBlock()
    image = ImageBlock()
    gallery = GalleryBlock()
    video = VideoBlock()
    embed = EmbedBlock()
    numbers = NumbersBlock()
    table = TableBlock()
    chart = ChartBlock()
    documents = DocumentsBlock()
    document = DocumentBlock()
    contacts = ContactsBlock()
    cards = CardsBlock()

    class Meta:
        required = False
