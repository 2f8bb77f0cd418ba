"""The words funding is sorted by (domain §4.14). Keys are the field's own German terms."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from deele.audit.enums import declare


class Support(TextChoices):
    """What kind of money it is (Förderart)."""

    GRANT = "zuschuss", pgettext_lazy("kind of funding", "grant")
    LOAN = "darlehen", pgettext_lazy("kind of funding", "loan")
    RELEASE = "tilgungszuschuss", _("grant towards paying back a loan")
    LUMP = "kostenpauschale", _("lump sum")


class Purpose(TextChoices):
    """What one needs the money for, as people say it."""

    CONCEPT = "konzept_planung", _("concept, planning, advice")
    BUILDING = "bauen_umbauen", _("building and converting")
    LAND = "grundstueck_kauf", _("buying land or a house")
    COMMON = "gemeinschaftsraum", _("common rooms and meeting places")
    CARE = "pflege_wg", _("care and care flat-shares")
    NEIGHBOURHOOD = "nachbarschaft", _("work in the neighbourhood")
    STAFF = "personal", pgettext_lazy("what money is for", "staff and coordination")
    VOLUNTEERS = "ehrenamt", pgettext_lazy("what money is for", "volunteering")
    ADAPTING = "wohnungsanpassung", _("adapting a home")


class Applicant(TextChoices):
    """Who asks for money: the carrier of the plan."""

    NONE = "ohne", _("group without a legal form")
    ASSOCIATION = "verein", _("association (e. V.)")
    COOPERATIVE = "genossenschaft", _("cooperative")
    COMPANY = "gesellschaft", _("company (GmbH, gGmbH, KG)")
    FOUNDATION = "stiftung", _("foundation")
    WELFARE = "wohlfahrt", _("welfare association")
    CHURCH = "kirche", _("church")
    MUNICIPALITY = "kommune", pgettext_lazy("who asks for money", "municipality or district")
    CARE = "pflegedienst", _("care service")
    HOUSING = "wohnungsunternehmen", _("housing company")
    PERSON = "privatperson", _("private person")


class Standing(TextChoices):
    """How far our knowledge of a version may be trusted today."""

    FRESH = "geprueft", _("checked")
    OLD = "veraltet", _("to be checked again")
    NEVER = "ungeprueft", _("not checked yet")


class Opening(TextChoices):
    """Whether one can apply today."""

    OPEN = "offen", _("open now")
    ALWAYS = "laufend", _("open all the time")
    LATER = "spaeter", _("opens later")
    CLOSED = "geschlossen", _("no round open")
    ENDED = "beendet", _("has ended")


OPEN_NOW = (Opening.OPEN, Opening.ALWAYS)

PROGRAMME_SAVED = declare("funding.programme", _("%(actor)s saved the programme “%(about)s”."))
PROGRAMME_SHOWN = declare("funding.shown", _("%(actor)s put the programme “%(about)s” on the website."))
PROGRAMME_HIDDEN = declare("funding.hidden", _("%(actor)s took the programme “%(about)s” off the website."))
VERSION_MADE = declare("funding.version-made", _("%(actor)s made a new version: %(about)s."))
VERSION_CORRECTED = declare("funding.version-corrected", _("%(actor)s corrected %(about)s."))
VERSION_CHECKED = declare("funding.version-checked", _("%(actor)s checked %(about)s."))
ROUND_SAVED = declare("funding.round", _("%(actor)s saved the round %(about)s."))
ROUND_REMOVED = declare("funding.round-removed", _("%(actor)s removed the round %(about)s."))
