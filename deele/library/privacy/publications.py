"""Publications name organisations; orders name people until the parcel has arrived."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from deele.library.actions import orders
from deele.library.models import Author, DownloadDay, PageText, PdfReport, PrintOrder, Publication, PublicationFile
from deele.library.rules.publication import ORDER_KEPT_DAYS
from deele.privacy.kinds import Term, register, tell

register(
    Publication,
    purpose=_("To make publications findable"),
    keep=[
        "title", "subtitle", "kind", "slug", "line", "summary", "publisher", "series", "edition", "year", "replaces",
        "languages", "easy_language", "pages", "price_cents", "isbn", "doi", "url", "rights", "themes", "blocks",
        "phases", "groups", "place_types", "place", "state", "state_since", "published_at", "prints", "stock",
        "most_copies", "source", "source_url", "as_of", "as_of_precision", "licence",
    ],
    personal={"internal_note": _("remarks of the office; may name a person")},
)  # fmt: skip
register(
    Author,
    purpose=_("Which organisations wrote a publication"),
    keep=["publication", "membership", "rank", "name"],
)
register(
    PublicationFile,
    purpose=_("Files of publications"),
    keep=[
        "publication", "title", "language", "file", "kind", "size", "sha256", "pages", "state", "problem", "downloads",
        "rank", "by",
    ],
)  # fmt: skip
register(PageText, purpose=_("To find a word on its page"), keep=["file", "number", "text"])
register(PdfReport, purpose=_("What shuts people out of a file"), keep=["file", "checked_at", "verdict", "findings"])
register(
    DownloadDay,
    purpose=_("How often files are fetched; nothing is kept of who fetches them"),
    keep=["file", "day", "number"],
)
register(
    PrintOrder,
    purpose=_("To send printed copies by post"),
    keep=["publication", "copies", "state", "ordered_at", "ended_on"],
    personal={
        "name": _("where the parcel goes"),
        "organisation": _("where the parcel goes"),
        "street": _("where the parcel goes"),
        "postcode": _("where the parcel goes"),
        "town": _("where the parcel goes"),
        "email": _("to confirm the order and to ask back"),
        "note": _("what somebody wrote with the order"),
    },
    secret={"form_token": _("guards against sending the form twice")},
    person="email",
    term=Term(after="ended_on", days=ORDER_KEPT_DAYS, then="anonymise"),
)


def after_erasure(model: type, pks: list[int]) -> None:
    """An order without its person is not sent."""
    if model is PrintOrder:
        orders.let_go(pks=pks, now=timezone.now())


tell("library.orders", after_erasure)
