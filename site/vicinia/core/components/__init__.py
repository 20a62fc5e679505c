"""What templates show: one frozen dataclass for each component of `templates/components/`.

Queries build these; templates only loop over them, so that a screen can be tested without a
database and no template reaches into a model. Texts arrive translated and formatted; a text field
left empty is not shown. Gallery and examples: `vicinia.core.gallery`.
"""

from .basics import Badge, BadgeLevel, Button, ButtonStyle, Image, Link, ProgressBar, Tag, Text
from .page import (
    Card,
    ContactPoint,
    Crumb,
    Fact,
    Hero,
    Material,
    Partner,
    Picture,
    Question,
    Ribbon,
    RibbonStatus,
    StatTile,
    Step,
    TocItem,
)
from .screens import (
    Cell,
    Column,
    EmptyState,
    Level,
    Message,
    PageLink,
    Pagination,
    StepperItem,
    StepStatus,
    Table,
    TimelineEntry,
)
from .shell import Banner, Contacts, FeedLink, Language, LinkGroup, MenuItem, Shell

__all__ = [
    "Badge",
    "BadgeLevel",
    "Banner",
    "Button",
    "ButtonStyle",
    "Card",
    "Cell",
    "Column",
    "ContactPoint",
    "Contacts",
    "Crumb",
    "EmptyState",
    "Fact",
    "FeedLink",
    "Hero",
    "Image",
    "Language",
    "Level",
    "Link",
    "LinkGroup",
    "Material",
    "MenuItem",
    "Message",
    "PageLink",
    "Pagination",
    "Partner",
    "Picture",
    "ProgressBar",
    "Question",
    "Ribbon",
    "RibbonStatus",
    "Shell",
    "StatTile",
    "Step",
    "StepStatus",
    "StepperItem",
    "Table",
    "Tag",
    "Text",
    "TimelineEntry",
    "TocItem",
]
