"""Publications: kinds, states, languages, files, orders."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from deele.audit.enums import declare


class Kind(TextChoices):
    """What somebody holds in the hand (domain §4.13)."""

    BROCHURE = "broschuere", _("brochure")
    CONFERENCE = "dokumentation_fachtag", _("documentation of a conference")
    FLYER = "flyer", _("flyer")
    SLIDES = "foliensatz", _("set of slides")
    GUIDE = "leitfaden", _("guide")
    CHECKLIST = "checkliste", pgettext_lazy("publication", "checklist")
    CONTRACT = "mustervertrag", _("model contract")
    ARTICLE = "artikel", pgettext_lazy("publication", "article")
    FILM = "film", _("film")
    PODCAST = "podcast", _("podcast")
    FAQ = "faq", _("questions and answers")
    FUNDING = "foerderuebersicht", _("overview of funding")


class State(TextChoices):
    """Who may see a publication."""

    DRAFT = "entwurf", pgettext_lazy("publication", "draft")
    PUBLISHED = "veroeffentlicht", pgettext_lazy("publication", "published")
    WITHDRAWN = "zurueckgezogen", pgettext_lazy("publication", "withdrawn")


class Language(TextChoices):
    """Languages of publications: ISO 639-1."""

    GERMAN = "de", _("German")
    ENGLISH = "en", _("English")
    TURKISH = "tr", _("Turkish")
    RUSSIAN = "ru", _("Russian")
    UKRAINIAN = "uk", _("Ukrainian")
    ARABIC = "ar", _("Arabic")
    PERSIAN = "fa", _("Persian")
    POLISH = "pl", _("Polish")
    FRENCH = "fr", _("French")
    DUTCH = "nl", _("Dutch")
    LOW_GERMAN = "nds", _("Low German")


class PlaceType(TextChoices):
    """For which places something was written."""

    VILLAGE = "dorf", pgettext_lazy("kind of place", "village")
    SMALL_TOWN = "kleinstadt", pgettext_lazy("kind of place", "small town")
    TOWN = "mittelstadt", pgettext_lazy("kind of place", "town")
    CITY = "grossstadt", pgettext_lazy("kind of place", "city")
    QUARTER = "quartier", pgettext_lazy("kind of place", "quarter of a town")


class FileState(TextChoices):
    """How far the reading of a file is."""

    WAITING = "wartet", _("is being read")
    READY = "gelesen", pgettext_lazy("file", "read")
    NO_TEXT = "ohne_text", _("read, but it holds no text")
    REFUSED = "abgelehnt", pgettext_lazy("file", "not taken")


class Verdict(TextChoices):
    """What the check of a PDF says in one word."""

    GOOD = "gut", _("No barriers found by the automatic check")
    PARTLY = "teilweise", _("Some barriers")
    BAD = "nicht", _("Not accessible")


class OrderState(TextChoices):
    """An order of printed copies."""

    NEW = "neu", pgettext_lazy("order", "new")
    SHIPPED = "versandt", _("sent out")
    REFUSED = "abgesagt", pgettext_lazy("order", "declined")


CREATED = declare("library.created", _("%(actor)s began the publication “%(about)s”."))
CHANGED = declare("library.changed", _("%(actor)s changed the publication “%(about)s”."))
PUBLISHED = declare("library.published", _("%(actor)s published “%(about)s”."))
WITHDRAWN = declare("library.withdrawn", _("%(actor)s withdrew “%(about)s”."))
EDITION = declare("library.edition", _("%(actor)s began a new edition of “%(about)s”."))
FILE_ADDED = declare("library.file_added", _("%(actor)s added a file to “%(about)s”."))
FILE_REMOVED = declare("library.file_removed", _("%(actor)s took a file out of “%(about)s”."))
STOCK = declare("library.stock", _("%(actor)s set the stock of “%(about)s”."))
ORDERED = declare("library.ordered", _("%(actor)s ordered copies of “%(about)s”."))
SHIPPED = declare("library.shipped", _("%(actor)s sent out copies of “%(about)s”."))
DECLINED = declare("library.declined", _("%(actor)s declined an order of “%(about)s”."))
ORDER_SEEN = declare("library.order_seen", _("%(actor)s looked at the addresses of orders."), looked=True)
