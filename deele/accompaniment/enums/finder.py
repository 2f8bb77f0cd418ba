"""The questions of the legal form finder and what one can answer (domain §6). Keys stand in addresses people share."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Purpose(TextChoices):
    """What it is about."""

    TALKING = "orientierung", _("We are only talking about it yet")
    HOUSING = "wohnen", pgettext_lazy("legal form finder", "Living together, each household in its own flat")
    CARE = "pflege", pgettext_lazy("legal form finder", "Living with care close by")
    MEETING = "treffpunkt", _("A meeting place in the village or the quarter")
    HELP = "hilfe", _("Help among neighbours")
    RUNNING = "betrieb", _("Running something: a café, day care, a shop")


class Right(TextChoices):
    """How one wants to live."""

    RENT = "miete", _("Rent")
    USE = "gemeinsam", _("Own together, with a right to live there for good")
    OWN = "eigentum", _("Own one's flat oneself")


class Equity(TextChoices):
    """How much money the households bring along."""

    NONE = "keines", _("Hardly any")
    SOME = "etwas", _("Some: about a tenth of the costs")
    MUCH = "viel", _("A lot: a fifth of the costs or more")


class Size(TextChoices):
    """How many households."""

    SMALL = "bis6", _("Up to 6")
    MEDIUM = "bis14", _("7 to 14")
    LARGE = "ab15", _("15 and more")


class Risk(TextChoices):
    """Who carries the risk."""

    GROUP = "gruppe", _("All of us together")
    SINGLE = "einzeln", _("Each household for itself")
    PARTNER = "partner", _("Rather a partner than we")


class Market(TextChoices):
    """Whether the flats are to stay out of the market."""

    OUT = "ja", _("Yes, nobody is to be able to sell them at a profit")
    FREE = "nein", _("No, whoever leaves may sell")


class Speed(TextChoices):
    """How soon one wants to move in."""

    FAST = "schnell", _("In two or three years")
    SLOW = "zeit", _("We have time: five years and more")


class Lease(TextChoices):
    """Whether land may be leased."""

    YES = "ja", _("Yes, the land may belong to somebody else")
    NO = "nein", _("No, the land is to be ours")


class Partner(TextChoices):
    """Who is there already."""

    ROOF = "dach", _("A roof cooperative")
    COOPERATIVE = "genossenschaft", _("A housing cooperative")
    COMPANY = "unternehmen", _("A housing company of the town")
    PRIVATE = "privat", _("A private owner or investor")
    FOUNDATION = "stiftung", _("A foundation")
    WELFARE = "wohlfahrt", _("A welfare association or a church")
    MUNICIPALITY = "kommune", _("The municipality")
    INVESTORS = "geldgeber", _("People who give money and want a share")
    SYNDICATE = "syndikat", _("The Mietshäuser Syndikat")


class Help(TextChoices):
    """Whom one needs for a form beside the office."""

    LAWYER = "anwalt", _("a lawyer for the contracts and statutes")
    NOTARY = "notar", _("a notary")
    AUDIT = "pruefungsverband", _("an audit body of cooperatives, before founding and every year or two after")
    TAX = "steuer", _("a tax adviser")
    PROSPECT = "prospekt", _("somebody who knows the rules on private loans (prospectus duty)")


ANSWERS: dict[str, type[TextChoices]] = {
    "zweck": Purpose,
    "wohnen": Right,
    "kapital": Equity,
    "haushalte": Size,
    "risiko": Risk,
    "markt": Market,
    "tempo": Speed,
    "erbbau": Lease,
    "partner": Partner,
}
