"""Which parts may stand on which pages."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from deele.website.blocks import live, parts


class Body(blocks.StreamBlock):
    """The parts of an ordinary page."""

    text = blocks.RichTextBlock(
        features=parts.RICH, label=_("text"), icon="pilcrow", template="website/blocks/text.html"
    )
    picture = parts.Picture()
    quote = parts.Quote()
    facts = parts.Facts()
    accordion = parts.Accordion()
    cards = parts.Cards()
    next_step = parts.CallToAction()
    entries = live.Entries()
    offices = live.Offices()

    class Meta:
        block_counts = {"next_step": {"max_num": 3}}


class Doors(blocks.StreamBlock):
    """The doors of the home page."""

    door = parts.Door()


class EasyBody(blocks.StreamBlock):
    """The parts of a page in Easy Language."""

    heading = blocks.CharBlock(label=_("heading"), icon="title", template="website/blocks/easy_heading.html")
    line = parts.EasyLine()
