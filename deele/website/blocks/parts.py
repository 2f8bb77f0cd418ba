"""The parts a page is made of. Kept few, and each small: an editor shall see at a glance which one fits."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageBlock

from deele.website.enums import Icon, Pictogram

RICH = ["h2", "h3", "bold", "italic", "ol", "ul", "link", "document-link", "hr"]
PLAIN = ["bold", "italic", "ol", "ul", "link", "document-link"]


class Linked(blocks.StructValue):
    """A part that leads somewhere: to a page of ours, or to an address."""

    @property
    def href(self) -> str:
        """The address, empty when the part leads nowhere."""
        page = self.get("page")
        return page.url if page and page.live else self.get("address") or ""


class LinkedBlock(blocks.StructBlock):
    """What parts that lead somewhere have in common."""

    page = blocks.PageChooserBlock(required=False, label=_("page"))
    address = blocks.CharBlock(
        required=False,
        label=_("or address"),
        help_text=_("For example /verzeichnis/ or https://… Used when no page is chosen."),
    )

    class Meta:
        value_class = Linked

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        address = cleaned.get("address") or ""
        if address and not address.startswith(("/", "https://", "http://", "mailto:", "tel:", "?", "#")):
            problem = ValidationError(_("Please write an address that begins with / or https://."))
            raise blocks.StructBlockValidationError(block_errors={"address": problem})
        return cleaned


class Door(LinkedBlock):
    """One of the few big ways into the house."""

    title = blocks.CharBlock(label=_("title"), max_length=40)
    text = blocks.CharBlock(required=False, label=_("in one line"), max_length=120)
    icon = blocks.ChoiceBlock(choices=Icon.choices, default=Icon.HEART, label=_("icon"))

    class Meta:
        label = _("door")


class Picture(blocks.StructBlock):
    """A picture; its text for those who do not see it is asked for, or it is marked as decoration."""

    picture = ImageBlock(label=_("picture"))
    caption = blocks.CharBlock(required=False, label=_("caption"), max_length=300)

    class Meta:
        icon = "image"
        label = _("picture")
        template = "website/blocks/picture.html"


class Quote(blocks.StructBlock):
    """What somebody said, and who."""

    text = blocks.TextBlock(label=_("quotation"), rows=3)
    source = blocks.CharBlock(required=False, label=_("who says it"))

    class Meta:
        icon = "openquote"
        label = _("quotation")
        template = "website/blocks/quote.html"


class Fact(blocks.StructBlock):
    """One line of a list of facts."""

    label = blocks.CharBlock(label=_("what"), max_length=120)
    value = blocks.CharBlock(label=_("fact"), max_length=400)


class Facts(blocks.StructBlock):
    """A short list of facts."""

    title = blocks.CharBlock(required=False, label=_("title"))
    rows = blocks.ListBlock(Fact(), label=_("facts"), min_num=1)

    class Meta:
        icon = "list-ul"
        label = _("facts")
        template = "website/blocks/facts.html"


class Fold(blocks.StructBlock):
    """A question and its answer, folded."""

    title = blocks.CharBlock(label=_("question or title"), max_length=160)
    text = blocks.RichTextBlock(features=PLAIN, label=_("text"))


class Accordion(blocks.StructBlock):
    """Questions that fold out."""

    title = blocks.CharBlock(required=False, label=_("title"))
    rows = blocks.ListBlock(Fold(), label=_("questions"), min_num=1)

    class Meta:
        icon = "collapse-down"
        label = _("questions and answers")
        template = "website/blocks/accordion.html"


class CallToAction(LinkedBlock):
    """One thing to do next."""

    title = blocks.CharBlock(label=_("title"), max_length=120)
    text = blocks.TextBlock(required=False, label=_("text"), rows=2)
    button = blocks.CharBlock(label=_("words on the button"), max_length=60)

    class Meta:
        icon = "pick"
        label = _("next step")
        template = "website/blocks/call_to_action.html"


class Card(LinkedBlock):
    """One card of several."""

    title = blocks.CharBlock(label=_("title"), max_length=100)
    text = blocks.TextBlock(required=False, label=_("text"), rows=3)
    icon = blocks.ChoiceBlock(choices=Icon.choices, required=False, label=_("icon"))


class Cards(blocks.StructBlock):
    """Two to six cards side by side."""

    title = blocks.CharBlock(required=False, label=_("title"))
    rows = blocks.ListBlock(Card(), label=_("cards"), min_num=1, max_num=9)

    class Meta:
        icon = "grip"
        label = _("cards")
        template = "website/blocks/cards.html"


class EasyLine(blocks.StructBlock):
    """A few short sentences beside a picture."""

    pictogram = blocks.ChoiceBlock(choices=Pictogram.choices, required=False, label=_("picture"))
    text = blocks.RichTextBlock(features=["bold", "ul", "link"], label=_("short sentences"))

    class Meta:
        icon = "doc-full"
        label = _("sentences with a picture")
        template = "website/blocks/easy_line.html"
